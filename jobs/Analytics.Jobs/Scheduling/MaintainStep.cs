using System.Globalization;
using Analytics.Jobs.CommandLine;
using Analytics.Pipeline.Publish;

namespace Analytics.Jobs.Scheduling;

/// <summary>Takes out what is kept no longer, looks after the warehouse, and reminds of rows that wait in quarantine.</summary>
internal static class MaintainStep
{
    /// <summary>Maintains.</summary>
    public static JobResult Run(JobWork work)
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
        var waiting = warehouse.QuarantineSummaries().Sum(q => q.Rows);
        monitor.Count("waiting", waiting);
        var counts = monitor.Current.Counts;
        var deleted = string.Join(", ", counts.Where(c => c.Key != "waiting" && c.Value > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value:N0} {c.Key}")));
        return new JobResult((deleted.Length > 0 ? $"deleted {deleted}" : "nothing to delete")
            + (waiting > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {waiting:N0} rows wait in quarantine: analytics quarantine list") : ""));

        void Count(string what, bool asked, Func<long> delete)
        {
            work.Context.Cancellation.ThrowIfCancellationRequested();
            if (asked)
            {
                monitor.Count(what, monitor.Measure(what, delete));
            }
        }
    }
}
