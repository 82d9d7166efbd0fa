using Analytics.Jobs.Cli;
using Analytics.Pipeline.Runs;

namespace Analytics.Jobs.Scheduling.Work;

/// <summary>Pulls what is new in the sources a job names.</summary>
internal static class PullWork
{
    /// <summary>Pulls.</summary>
    /// <param name="sources">Names, <c>*</c> for all, empty for none.</param>
    /// <param name="context">What the job works with.</param>
    /// <exception cref="Core.AnalyticsException">What a source failed with; AN6011 where several did.</exception>
    public static JobResult Execute(string sources, JobContext context)
    {
        if (sources.Length == 0 || (sources == "*" && context.Options.Sources.Count == 0))
        {
            return new JobResult("no sources", DidSomething: false);
        }

        var names = sources == "*" ? [] : sources.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var pseudonyms = context.Options.Pseudonyms();
        var chosen = SourceNames.Choose(context.Options, names);
        var results = ScheduledPull.Execute(chosen, context.Warehouse, pseudonyms, context.Monitor, context.Time, context.Cancellation);
        return new JobResult(string.Join(". ", results.Select(r => $"{r.Source}: {PullText.Describe(r)}")), results.Sum(r => r.Stored) > 0);
    }
}
