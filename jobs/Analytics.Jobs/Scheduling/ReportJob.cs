using Analytics.Core.Periods;
using Analytics.Jobs.Cli;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>Pulls, then studies, publishes and delivers what is due.</summary>
[DisallowConcurrentExecution]
internal sealed class ReportJob(ScheduledExecution execution) : IJob
{
    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => execution.Run(context, cancellationToken);

    /// <summary>The work.</summary>
    public static JobResult Work(JobWork work)
    {
        var pulled = PullStep.Run(work);
        var (context, delivered) = (work.Context, new List<string>());
        var outcomes = ScheduledReport.Execute(Request(work), work.Warehouse, work.Monitor, context.Time, publication => Deliver(work, publication, delivered), context.Cancellation);
        var news = outcomes.Where(o => o.IsNew).ToList();
        work.Monitor.Count("published", news.Count);
        var summary = news.Count > 0
            ? "published " + string.Join(", ", news.Select(o => $"{o.Key.Period} v{o.Publication!.Version}"))
            : "nothing new: " + string.Join(", ", outcomes.Select(o => o.Publication is { } p ? $"{o.Key.Period} v{p.Version}" : o.Key.Period));
        IEnumerable<string> parts = [.. pulled.DidSomething ? [pulled.Summary] : (string[])[], summary, .. delivered];
        return new JobResult(string.Join("; ", parts), pulled.DidSomething || delivered.Count > 0 || outcomes.Any(o => !o.WasDone));
    }

    private static ScheduledReportRequest Request(JobWork work)
    {
        var (job, options) = (work.Job, work.Context.Options);
        var target = new PublishTarget(options.OutputFolder) { Wait = options.LockWait };
        return new ScheduledReportRequest(job.Name, job.Period, job.Scope, options.Study, job.Language.Length > 0 ? job.Language : options.Language, target, ProgramVersion.Text)
        {
            ReopenPeriods = job.ReopenPeriods,
            CrossTabs = options.CrossTabs,
            Period = work.Period is { } period ? ReportPeriod.Parse(period, options.Study.WeekStart) : null,
        };
    }

    private static void Deliver(JobWork work, Publication publication, List<string> delivered)
    {
        if (work.Job.Deliver && DeliverStep.Run(work, publication) is { DidSomething: true } done)
        {
            delivered.Add(done.Summary);
        }
    }
}
