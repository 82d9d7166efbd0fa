using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>What the scheduler calls. One class would do for all kinds, but stores name the class of each job, and old stores must go on working.</summary>
internal abstract class QuartzJob(ScheduledExecution execution) : IJob
{
    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => execution.Run(context, cancellationToken);
}

/// <summary>A job that pulls.</summary>
[DisallowConcurrentExecution]
internal sealed class PullJob(ScheduledExecution execution) : QuartzJob(execution);

/// <summary>A job that reports.</summary>
[DisallowConcurrentExecution]
internal sealed class ReportJob(ScheduledExecution execution) : QuartzJob(execution);

/// <summary>A job that delivers.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliverJob(ScheduledExecution execution) : QuartzJob(execution);

/// <summary>A job that maintains.</summary>
[DisallowConcurrentExecution]
internal sealed class MaintainJob(ScheduledExecution execution) : QuartzJob(execution);
