using System.Collections.Concurrent;
using Analytics.Core;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Configuration;
using Analytics.Jobs.Hosting;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Jobs.Scheduling.Work;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>A job as the scheduler executes it: finds its definition, runs it off the scheduler's threads, and reports its last failure.</summary>
/// <param name="options">Configuration.</param>
/// <param name="runner">Executes.</param>
/// <param name="log">Structured log.</param>
/// <param name="time">The clock.</param>
internal sealed class ScheduledExecution(AnalyticsOptions options, JobRunner runner, ILogger<ScheduledExecution> log, TimeProvider time) : IJobListener
{
    /// <summary>Key, in the data of a trigger, of why it fires: beside the schedule.</summary>
    public const string CauseKey = "cause";

    private readonly ConcurrentDictionary<string, AnalyticsException> _faults = new(StringComparer.Ordinal);
    private int _running;

    /// <summary>Jobs at work in this process.</summary>
    public int Running => _running;

    /// <inheritdoc/>
    public string Name => nameof(ScheduledExecution);

    /// <summary>Executes the job of a firing.</summary>
    /// <exception cref="JobExecutionException">It failed; the scheduler tries it again as its retry policy says.</exception>
    /// <exception cref="OperationCanceledException">The process ends; the scheduler keeps the firing for recovery.</exception>
    public async ValueTask Run(IJobExecutionContext context, CancellationToken cancellation)
    {
        var name = context.JobDetail.Key.Name;
        if (options.Jobs.FirstOrDefault(j => j.Name == name) is not { } job)
        {
            return; // taken out of the configuration since; the next start takes it out of the store
        }

        Interlocked.Increment(ref _running);
        try
        {
            // work that takes hours must not hold a thread of the pool, which the scheduler's own beats need
            await Task.Factory.StartNew(
                () => runner.Run(job, Cause(context), context.RetryAttempt + 1, cancellation),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).ConfigureAwait(false);
        }
        catch (AnalyticsException fault)
        {
            _faults[context.FireInstanceId] = fault;
            throw new JobExecutionException(fault.Message, fault);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    /// <inheritdoc/>
    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        if (_faults.TryRemove(context.FireInstanceId, out var fault) && !context.RetryScheduled)
        {
            Report(options.Jobs.First(j => j.Name == context.JobDetail.Key.Name), fault);
        }

        return ValueTask.CompletedTask;
    }

    private static string Cause(IJobExecutionContext context) => context switch
    {
        { Recovering: true } => "recovery",
        { RetryAttempt: > 0 } => "retry",
        _ => context.MergedJobDataMap.TryGetValue(CauseKey, out var cause) && cause is string word ? word : "schedule",
    };

    /// <summary>A failure that cannot be reported is in the log and in the history all the same.</summary>
    private void Report(JobDefinition job, AnalyticsException fault)
    {
        try
        {
            FailureReport.Send(options, time, job, fault);
        }
        catch (Exception second)
        {
            log.NotReported(job.Name, FaultTranslation.ToCoded(second).Problem);
        }
    }
}
