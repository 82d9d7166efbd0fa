using System.Globalization;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Configuration;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Reporting.Mail;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Scheduling.Work;

/// <summary>Tells the operators of a job that failed and is not tried again.</summary>
internal static class FailureReport
{
    /// <summary>Tells them; also where the warehouse, and with it the ledger, is what failed.</summary>
    /// <exception cref="AnalyticsException">AN61xx: they could not be told.</exception>
    public static void Send(AnalyticsOptions options, TimeProvider time, JobDefinition job, AnalyticsException fault)
    {
        if (options.Delivery.Operators.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var scope = Filter.TextOf((job as ReportJobDefinition)?.Scope ?? []);
        var runKey = string.Create(CultureInfo.InvariantCulture, $"{job.Name}/{now:yyyy-MM-ddTHH:mm:ssZ}");
        var notice = new FailureNotice(Step(job), job.Name, scope, fault.Code, fault.Problem, fault.Remedy, now, runKey);
        using var warehouse = Opened(options, time);
        if (warehouse is null)
        {
            DeliverySetup.TellDirectly(options, notice, CancellationToken.None);
        }
        else
        {
            new DeliverySetup(options, warehouse, time).Tell(notice, CancellationToken.None);
        }
    }

    private static FailedStep Step(JobDefinition job) => job switch
    {
        PullJobDefinition => FailedStep.Pull,
        DeliverJobDefinition => FailedStep.Deliver,
        MaintainJobDefinition => FailedStep.Maintain,
        _ => FailedStep.Publish,
    };

    private static WarehouseDatabase? Opened(AnalyticsOptions options, TimeProvider time)
    {
        try
        {
            return WarehouseDatabase.Exists(options.Warehouse()) ? options.OpenWarehouse(time) : null;
        }
        catch (AnalyticsException)
        {
            // it may be what failed: then its ledger cannot be asked who was told already
            return null;
        }
    }
}
