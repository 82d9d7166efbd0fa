using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Publishing.Published;
using Analytics.Storage.Warehouse.Ledgers;
using Quartz;

namespace Analytics.Jobs.Scheduling;

/// <summary>Delivers the newest period a report job has published, to whoever has not got it.</summary>
[DisallowConcurrentExecution]
internal sealed class DeliverJob(ScheduledExecution execution) : IJob
{
    /// <inheritdoc/>
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => execution.Run(context, cancellationToken);

    /// <summary>The work.</summary>
    /// <exception cref="AnalyticsException">AN6002: there is no such report job.</exception>
    public static JobResult Work(JobWork work)
    {
        var report = work.Context.Options.Jobs.FirstOrDefault(j => j.Kind == JobKind.Report && j.Name.Equals(work.Job.Report, StringComparison.OrdinalIgnoreCase))
            ?? throw new AnalyticsException("AN6002", $"Jobs:{work.Job.Name}:Report is '{work.Job.Report}', and there is no report job of that name.", "Name one that 'analytics jobs list' shows.", FaultKind.Usage);
        var scope = Filter.TextOf(report.Scope);
        var newest = work.Warehouse.Runs.Runs(report.Name, scope)
            .Where(r => r is { State: RunState.Done, Folder: not null } && (work.Period is null || r.Key.Period == work.Period))
            .OrderBy(r => r.Key.Period, StringComparer.Ordinal).ThenBy(r => r.Version).LastOrDefault();
        return newest is not null && PublishedVersion.Find(newest.Folder!) is { } publication
            ? DeliverStep.Run(work, publication)
            : new JobResult($"'{report.Name}' has published nothing that could be delivered", DidSomething: false);
    }
}
