using Analytics.Core;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Pull;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;

namespace Analytics.Pipeline.Runs;

/// <summary>A pull of several sources as part of an execution.</summary>
public static class ScheduledPull
{
    /// <summary>Pulls one source after the other; one that fails does not keep the others from being pulled, and is reported at the end.</summary>
    /// <param name="sources">The sources, in the order they are pulled in.</param>
    /// <param name="warehouse">Where to.</param>
    /// <param name="pseudonyms">Replaces subscriber ids.</param>
    /// <param name="monitor">The execution this is part of: told the steps and the counts of rows and files.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Stops the pull; what is stored stays.</param>
    /// <returns>What came of each source.</returns>
    /// <exception cref="AnalyticsException">What a source failed with; AN6011 where several did.</exception>
    public static IReadOnlyList<PullResult> Execute(
        IReadOnlyList<SourceDefinition> sources,
        WarehouseDatabase warehouse,
        SubscriberPseudonymizer pseudonyms,
        ExecutionMonitor monitor,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var (results, faults) = (new List<PullResult>(), new List<(string Source, AnalyticsException Fault)>());
        var waits = new Waits(monitor);
        foreach (var source in sources)
        {
            try
            {
                var result = monitor.Measure($"pull {source.Name}", () => PullRun.Execute(source, warehouse, pseudonyms, time, waits, cancellation));
                Count(monitor, result);
                results.Add(result);
            }
            catch (AnalyticsException fault)
            {
                faults.Add((source.Name, fault));
            }
        }

        return faults.Count > 0 ? throw RunFaults.Of(faults) : results;
    }

    private static void Count(ExecutionMonitor monitor, PullResult result)
    {
        monitor.Count("read", result.Read);
        monitor.Count("stored", result.Stored);
        monitor.Count("already there", result.AlreadyThere);
        monitor.Count("quarantined", result.Quarantined);
        monitor.Count("files", result.Files?.Imported ?? 0);
        monitor.Count("rejected files", result.Files?.Rejected ?? 0);
    }

    /// <summary>Of a pull's progress only the waits are told: whoever looks at an execution later asks why it took so long.</summary>
    private sealed class Waits(ExecutionMonitor monitor) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Waiting is { } waiting)
            {
                monitor.Say(waiting);
            }
        }
    }
}
