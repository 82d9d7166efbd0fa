using System.Globalization;
using Analytics.Core;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Pipeline.Runs;

namespace Analytics.Jobs.Scheduling.Work;

/// <summary>Takes out what is kept no longer, looks after the warehouse, and reminds of rows that wait in quarantine.</summary>
internal static class MaintainWork
{
    /// <summary>Maintains.</summary>
    /// <exception cref="AnalyticsException">AN61xx: the upkeep is done, and an operator could not be reminded.</exception>
    public static JobResult Execute(MaintainJobDefinition job, JobContext context)
    {
        var options = context.Options;
        var request = new MaintainRequest(options.OutputFolder, options.Study.TimeZone, () => DeliverySetup.Operators(options), options.Delivery.Settings)
        {
            KeepTextDays = job.KeepTextDays,
            KeepRowsDays = job.KeepRowsDays,
            KeepHistoryDays = job.KeepHistoryDays,
            KeepVersions = job.KeepVersions,
            LockWait = options.LockWait,
        };
        return new JobResult(Summary(MaintainRun.Execute(request, context.Warehouse, context.Monitor, context.Time, context.Cancellation)));
    }

    private static string Summary(MaintainResult result)
    {
        var deleted = string.Join(
            ", ",
            result.Deleted.Where(c => c.Value > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value:N0} {c.Key}")));
        var summary = deleted.Length > 0 ? $"deleted {deleted}" : "nothing to delete";
        if (result.WaitingKinds > 0)
        {
            summary += string.Create(CultureInfo.InvariantCulture, $"; {result.WaitingRows:N0} rows wait in quarantine: analytics quarantine list");
        }

        return result.Reminded == 0 ? summary : string.Create(CultureInfo.InvariantCulture, $"{summary}; {result.Reminded} reminded by mail");
    }
}
