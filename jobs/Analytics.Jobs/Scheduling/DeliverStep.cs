using Analytics.Core;
using Analytics.Jobs.CommandLine;
using Analytics.Pipeline.Publish;

namespace Analytics.Jobs.Scheduling;

/// <summary>Hands a publication on to its readers, and a failure to the operators.</summary>
internal static class DeliverStep
{
    /// <summary>Delivers a publication to whoever has not got it.</summary>
    public static JobResult Run(JobWork work, Publication publication)
    {
        work.Monitor.Say($"deliver {publication.Period} v{publication.Version}");
        return new JobResult("nobody is to be told", DidSomething: false);
    }

    /// <summary>Tells the operators of a job that failed and is not tried again.</summary>
    public static void ReportFailure(CommandContext context, JobDefinition job, AnalyticsException fault)
        => context.Output.Message($"{job.Name}: {fault.Problem}");
}
