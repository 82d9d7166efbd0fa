using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>Pulls what is new in the sources.</summary>
[DisallowConcurrentExecution]
internal sealed class PullJob(ScheduledExecution execution) : IJob
{
    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => execution.Run(context, cancellationToken);

    /// <summary>The work.</summary>
    public static JobResult Work(JobWork work) => PullStep.Run(work);
}
