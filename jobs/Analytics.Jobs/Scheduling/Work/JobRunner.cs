using Analytics.Core;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Cli.Progress;
using Analytics.Jobs.Configuration;
using Analytics.Jobs.Hosting;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Pipeline.Runs;
using Analytics.Storage.Warehouse.Ledgers;
using Microsoft.Extensions.Logging;

namespace Analytics.Jobs.Scheduling.Work;

/// <summary>Executes a job once: deadline, ledger, log and metrics around the work itself.</summary>
/// <param name="options">Configuration.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Structured log; every line of an execution carries job, execution and run keys.</param>
/// <param name="metrics">Counts and durations.</param>
internal sealed class JobRunner(AnalyticsOptions options, TimeProvider time, ILogger<JobRunner> log, JobMetrics metrics)
{
    /// <summary>This process, as the ledger names it.</summary>
    public static string Worker { get; } = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Environment.MachineName}/{Environment.ProcessId}");

    /// <summary>Executes a job.</summary>
    /// <param name="job">Which.</param>
    /// <param name="cause">Why, in one of the words of <see cref="JobExecution.Cause"/>.</param>
    /// <param name="attempt">1 for a first attempt.</param>
    /// <param name="stop">Ends the execution; it is then noted as interrupted, and what it had in hand is taken up by the next one.</param>
    /// <param name="said">Told each step when it begins; or null.</param>
    /// <param name="period">The one period a person asked for; null for those that are due.</param>
    /// <returns>The execution as the ledger has it.</returns>
    /// <exception cref="AnalyticsException">It failed; AN6005: it took longer than its deadline.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public JobExecution Run(JobDefinition job, string cause, int attempt, CancellationToken stop, Action<string>? said = null, string? period = null)
    {
        using var deadline = new CancellationTokenSource(job.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stop);
        using var warehouse = options.OpenWarehouse(time);
        var begun = new JobExecution
        {
            Id = Guid.NewGuid().ToString("N"),
            Job = job.Name,
            Kind = Word(job.Kind),
            Cause = cause,
            Worker = Worker,
            Attempt = attempt,
            StartedAt = time.GetUtcNow().UtcDateTime,
        };
        using var scope = log.BeginScope(new Dictionary<string, object> { ["job"] = job.Name, ["execution"] = begun.Id });
        using var monitor = new ExecutionMonitor(warehouse.Runs, begun, time, options.Scheduler.Lease, step =>
        {
            log.Step(job.Name, step);
            said?.Invoke(step);
        });
        log.Began(job.Name, cause, attempt);
        try
        {
            var result = JobWork.Execute(job, new JobContext(options, time, warehouse, monitor, both.Token) { Period = period });
            return Ended(monitor.Finish(result.DidSomething ? JobExecution.Succeeded : JobExecution.Skipped, result.Summary));
        }
        catch (Exception fault)
        {
            throw Failed(job, monitor, fault, deadline.IsCancellationRequested, stop);
        }
    }

    private static string Word(JobKind kind) => kind switch
    {
        JobKind.Pull => "pull",
        JobKind.Report => "report",
        JobKind.Deliver => "deliver",
        _ => "maintain",
    };

    private Exception Failed(JobDefinition job, ExecutionMonitor monitor, Exception fault, bool isLate, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            Ended(monitor.Finish(JobExecution.Interrupted, "stopped; what it had begun is taken up again"));
            return fault is OperationCanceledException ? fault : new OperationCanceledException("The job was stopped.", fault, stop);
        }

        var coded = isLate && FaultTranslation.IsCancellation(fault)
            ? new AnalyticsException(
                "AN6005",
                $"Job '{job.Name}' took longer than its {Pace.Duration(job.Timeout)} and was stopped.",
                $"Raise Jobs:{job.Name}:TimeoutMinutes, or look at what it was doing: analytics jobs history {job.Name}.",
                inner: fault)
            : FaultTranslation.ToCoded(fault);
        Ended(monitor.Finish(JobExecution.Failed, $"{coded.Problem} {coded.Remedy}", coded.Code));
        return coded;
    }

    private JobExecution Ended(JobExecution execution)
    {
        var took = (execution.FinishedAt!.Value - execution.StartedAt).TotalSeconds;
        metrics.Ended(execution, took);
        if (execution.Status == JobExecution.Failed)
        {
            log.Failed(execution.Job, execution.ErrorCode, execution.Summary, string.Join(", ", execution.Runs));
        }
        else
        {
            log.Ended(execution.Job, execution.Status, took, execution.Summary, string.Join(", ", execution.Runs));
        }

        return execution;
    }
}
