using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>Retention, upkeep of the warehouse, reminder of quarantined rows.</summary>
[DisallowConcurrentExecution]
internal sealed class MaintainJob(ScheduledExecution execution) : IJob
{
    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => execution.Run(context, cancellationToken);

    /// <summary>The work.</summary>
    public static JobResult Work(JobWork work) => MaintainStep.Run(work);
}
