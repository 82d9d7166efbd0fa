using Analytics.Core;
using Analytics.Pipeline.Import;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Polly;
using Polly.Retry;

namespace Analytics.Pipeline.Pull;

/// <summary>
/// Brings what is new in a configured source into the warehouse, by the same mapping, checks, quarantine and writer as an import. Whatever
/// ends a pull, the next goes on where the data stored end: nothing is lost and nothing doubled.
/// </summary>
public static class PullRun
{
    private const int Retries = 7;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Pulls one source. Holds the warehouse's write lock meanwhile, so that one pull at a time reads a source. A server, of the source or of the
    /// warehouse, that goes away is waited for, for a minute and a half.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="warehouse">Where to.</param>
    /// <param name="pseudonyms">Replaces subscriber ids.</param>
    /// <param name="time">Clock: what is ahead of it, how old a file is, the waits between tries.</param>
    /// <param name="progress">Told every few thousand rows, and when a source does not answer; null where nobody looks.</param>
    /// <param name="cancellation">Stops the pull; what is stored stays and the next goes on.</param>
    /// <exception cref="AnalyticsException">AN23xx the source, AN2001…AN2104 the mapping, AN3xxx the warehouse.</exception>
    public static PullResult Execute(
        SourceDefinition source,
        WarehouseDatabase warehouse,
        SubscriberPseudonymizer pseudonyms,
        TimeProvider time,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        Func<PullResult> pull = source.Folder is { } folder
            ? new FolderPull(source, folder, warehouse, pseudonyms, time, progress, cancellation).Run
            : new DatabasePull(source, warehouse, pseudonyms, time, progress, cancellation).Run;
        return Outlasting(warehouse, time, progress).Execute(
            _ =>
            {
                using var hold = warehouse.AcquireWriteLock(warehouse.LockWait, "pull " + source.Name);
                return pull();
            },
            cancellation);
    }

    /// <summary>A warehouse's server that goes away for a minute does not end a pull: it is begun again, which goes on behind what is stored.</summary>
    private static ResiliencePipeline Outlasting(WarehouseDatabase warehouse, TimeProvider time, IProgress<ImportProgress>? progress)
    {
        var retry = new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<AnalyticsException>(WarehouseDatabase.IsPassing),
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstWait,
            MaxDelay = LongestWait,
            OnRetry = tried =>
            {
                var fault = (AnalyticsException)tried.Outcome.Exception!;
                var waiting = FormattableString.Invariant(
                    $"the warehouse {warehouse.Place} does not answer ({fault.Code}); trying again in {tried.RetryDelay.TotalSeconds:0} s");
                progress?.Report(new ImportProgress(0, 0, 0) { Waiting = waiting });
                return default;
            },
        };
        return new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(retry).Build();
    }
}
