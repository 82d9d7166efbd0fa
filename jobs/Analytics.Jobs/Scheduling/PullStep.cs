namespace Analytics.Jobs.Scheduling;

/// <summary>Pulls what is new in the sources a job names.</summary>
internal static class PullStep
{
    /// <summary>Pulls.</summary>
    public static JobResult Run(JobWork work)
    {
        work.Monitor.Say("pull");
        return new JobResult("no sources", DidSomething: false);
    }
}
