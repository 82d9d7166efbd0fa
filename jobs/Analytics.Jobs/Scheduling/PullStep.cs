using Analytics.Core;
using Analytics.Jobs.Cli;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Pull;

namespace Analytics.Jobs.Scheduling;

/// <summary>Pulls what is new in the sources a job names.</summary>
internal static class PullStep
{
    /// <summary>Pulls one source after the other; one that fails does not keep the others from being pulled, and is reported at the end.</summary>
    /// <exception cref="AnalyticsException">What the first source failed with, where one did.</exception>
    public static JobResult Run(JobWork work)
    {
        if (work.Job.Sources.Length == 0 || (work.Job.Sources == "*" && work.Context.Options.Sources.Count == 0)) return new JobResult("no sources", DidSomething: false);
        var names = work.Job.Sources == "*" ? [] : work.Job.Sources.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var pseudonyms = work.Context.Pseudonyms();
        var (summaries, faults) = (new List<string>(), new List<AnalyticsException>());
        long stored = 0;
        foreach (var source in SourceNames.Choose(work.Context.Options, names))
        {
            try
            {
                var result = work.Monitor.Measure($"pull {source.Name}", () => PullRun.Execute(source, work.Warehouse, pseudonyms, work.Context.Time, new Told(work), work.Context.Cancellation));
                stored += result.Stored;
                Count(work, result);
                summaries.Add($"{source.Name}: {PullText.Describe(result)}");
            }
            catch (AnalyticsException fault)
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0) throw faults[0];
        return new JobResult(string.Join(". ", summaries), stored > 0);
    }

    private static void Count(JobWork work, PullResult result)
    {
        work.Monitor.Count("read", result.Read);
        work.Monitor.Count("stored", result.Stored);
        work.Monitor.Count("already there", result.AlreadyThere);
        work.Monitor.Count("quarantined", result.Quarantined);
        work.Monitor.Count("files", result.Files?.Imported ?? 0);
        work.Monitor.Count("rejected files", result.Files?.Rejected ?? 0);
    }

    private sealed class Told(JobWork work) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Waiting is { } waiting) work.Monitor.Say(waiting);
        }
    }
}
