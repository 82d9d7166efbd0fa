using System.Globalization;
using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Pipeline.Deliver;
using Analytics.Publishing.Publish;

namespace Analytics.Jobs.Scheduling;

/// <summary>Takes out what is kept no longer, looks after the warehouse, and reminds of rows that wait in quarantine.</summary>
internal static class MaintainStep
{
    /// <summary>Maintains.</summary>
    /// <exception cref="AnalyticsException">AN61xx: the upkeep is done, and an operator could not be reminded.</exception>
    public static JobResult Run(JobWork work)
    {
        Maintain(work);
        var counts = work.Monitor.Current.Counts;
        var deleted = string.Join(", ", counts.Where(c => c.Value > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value:N0} {c.Key}")));
        var waiting = work.Warehouse.QuarantineSummaries();
        work.Monitor.Count("waiting", waiting.Sum(q => q.Rows));
        return new JobResult((deleted.Length > 0 ? $"deleted {deleted}" : "nothing to delete") + (waiting.Count > 0 ? Remind(work, waiting) : ""));
    }

    private static void Maintain(JobWork work)
    {
        var (job, monitor, warehouse) = (work.Job, work.Monitor, work.Warehouse);
        var now = work.Context.Time.GetUtcNow().UtcDateTime;
        using var held = work.Context.HoldWriteLock(warehouse, "maintenance");
        Count("texts", job.KeepTextDays > 0, () => warehouse.DeleteTexts(now.AddDays(-job.KeepTextDays)));
        Count("rows", job.KeepRowsDays > 0, () => warehouse.DeleteRows(now.AddDays(-job.KeepRowsDays)));
        Count("executions", true, () => warehouse.Runs.Forget(now.AddDays(-job.KeepHistoryDays)));
        Count("versions", job.KeepVersions > 0, () => VersionRetention.Trim(work.Context.Options.OutputFolder, job.KeepVersions));
        monitor.Measure("upkeep", () =>
        {
            warehouse.Upkeep();
            return true;
        });

        void Count(string what, bool asked, Func<long> delete)
        {
            work.Context.Cancellation.ThrowIfCancellationRequested();
            if (asked)
            {
                monitor.Count(what, monitor.Measure(what, delete));
            }
        }
    }

    private static string Remind(JobWork work, IReadOnlyList<QuarantineSummary> waiting)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"; {waiting.Sum(q => q.Rows):N0} rows wait in quarantine: analytics quarantine list");
        var result = work.Monitor.Measure("remind", () => new DeliverySetup(work.Context.Options, work.Warehouse, work.Context.Time).Remind(waiting, work.Context.Cancellation));
        if (result.Outcomes.FirstOrDefault(o => o.Fault is not null)?.Fault is { } fault)
        {
            throw fault;
        }

        var sent = result.Count(DeliveryStatus.Sent);
        work.Monitor.Count("reminded", sent);
        return sent == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}; {sent} reminded by mail");
    }
}
