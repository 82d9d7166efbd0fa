using Analytics.Core.Periods;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;

namespace Analytics.Jobs.Scheduling.Work;

/// <summary>Pulls, then studies, publishes and delivers what is due.</summary>
internal static class ReportWork
{
    /// <summary>Makes the reports that are due.</summary>
    public static JobResult Execute(ReportJobDefinition job, JobContext context)
    {
        var pulled = PullWork.Execute(job.Sources, context);
        var delivered = new List<string>();
        var outcomes = ScheduledReport.Execute(
            Request(job, context),
            context.Warehouse,
            context.Monitor,
            context.Time,
            publication => Deliver(job, context, publication, delivered),
            context.Cancellation);
        var news = outcomes.Where(o => o.IsNew).ToList();
        context.Monitor.Count("published", news.Count);
        var summary = news.Count > 0
            ? "published " + string.Join(", ", news.Select(o => $"{o.Key.Period} v{o.Publication!.Version}"))
            : "nothing new: " + string.Join(", ", outcomes.Select(o => o.Publication is { } p ? $"{o.Key.Period} v{p.Version}" : o.Key.Period));
        IEnumerable<string> parts = [.. pulled.DidSomething ? [pulled.Summary] : (string[])[], summary, .. delivered];
        return new JobResult(string.Join("; ", parts), pulled.DidSomething || delivered.Count > 0 || outcomes.Any(o => !o.WasDone));
    }

    private static ScheduledReportRequest Request(ReportJobDefinition job, JobContext context)
    {
        var options = context.Options;
        var target = new PublishTarget(options.OutputFolder) { Wait = options.LockWait };
        var language = job.Language.Length > 0 ? job.Language : options.Language;
        return new ScheduledReportRequest(job.Name, job.Period, job.Scope, options.Study, language, target, ProgramVersion.Text)
        {
            ReopenPeriods = job.ReopenPeriods,
            CrossTabs = options.CrossTabs,
            Period = context.Period is { } period ? ReportPeriod.Parse(period, options.Study.WeekStart) : null,
        };
    }

    private static void Deliver(ReportJobDefinition job, JobContext context, Publication publication, List<string> delivered)
    {
        if (job.Deliver && DeliverWork.Execute(job.Name, context, publication) is { DidSomething: true } done)
        {
            delivered.Add(done.Summary);
        }
    }
}
