using System.Diagnostics;
using Analytics.Jobs.Scheduling.Definitions;

namespace Analytics.Jobs.Scheduling.Work;

/// <summary>The work of a job, whoever starts it.</summary>
internal static class JobWork
{
    /// <summary>Does what a job is defined to do.</summary>
    public static JobResult Execute(JobDefinition job, JobContext context) => job switch
    {
        PullJobDefinition pull => PullWork.Execute(pull.Sources, context),
        ReportJobDefinition report => ReportWork.Execute(report, context),
        DeliverJobDefinition deliver => DeliverWork.Execute(deliver, context),
        MaintainJobDefinition maintain => MaintainWork.Execute(maintain, context),
        _ => throw new UnreachableException(),
    };
}
