namespace Analytics.Jobs.Scheduling;

/// <summary>The classes behind the kinds of jobs.</summary>
internal static class JobKinds
{
    /// <summary>The work of a kind.</summary>
    public static Func<JobWork, JobResult> WorkOf(JobKind kind) => kind switch
    {
        JobKind.Pull => PullJob.Work,
        JobKind.Report => ReportJob.Work,
        JobKind.Deliver => DeliverJob.Work,
        _ => MaintainJob.Work,
    };

    /// <summary>The class the scheduler calls.</summary>
    public static Type TypeOf(JobKind kind) => kind switch
    {
        JobKind.Pull => typeof(PullJob),
        JobKind.Report => typeof(ReportJob),
        JobKind.Deliver => typeof(DeliverJob),
        _ => typeof(MaintainJob),
    };
}
