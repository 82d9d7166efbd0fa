using System.Globalization;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Pipeline.Deliver;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;

namespace Analytics.Jobs.Scheduling.Work;

/// <summary>Hands publications on to their readers.</summary>
internal static class DeliverWork
{
    /// <summary>Delivers the newest period a report job has published, to whoever has not got it.</summary>
    /// <exception cref="AnalyticsException">AN6002: there is no such report job. AN61xx: as below.</exception>
    public static JobResult Execute(DeliverJobDefinition job, JobContext context)
    {
        var report = context.Options.Jobs.OfType<ReportJobDefinition>().FirstOrDefault(j => j.Name.Equals(job.Report, StringComparison.OrdinalIgnoreCase))
            ?? throw new AnalyticsException(
                "AN6002",
                $"Jobs:{job.Name}:Report is '{job.Report}', and there is no report job of that name.",
                "Name one that 'analytics jobs list' shows.",
                FaultKind.Usage);
        return LatestPublication.Find(context.Warehouse.Runs, report.Name, Filter.TextOf(report.Scope), context.Period) is { } publication
            ? Execute(job.Name, context, publication)
            : new JobResult($"'{report.Name}' has published nothing that could be delivered", DidSomething: false);
    }

    /// <summary>Delivers a publication's period to whoever has not got it, each recipient in their own scope and language.</summary>
    /// <exception cref="AnalyticsException">AN61xx: something was not taken that may be at another time; the rest was sent.</exception>
    public static JobResult Execute(string job, JobContext context, Publication publication)
    {
        var options = context.Options;
        if (!options.Delivery.HasRecipients)
        {
            return new JobResult("nobody is to be told", DidSomething: false);
        }

        var period = ReportPeriod.Parse(publication.Period, options.Study.WeekStart);
        var setup = new DeliverySetup(options, context.Warehouse, context.Time);
        var request = setup.Request(period, publication, $"{job}/{publication.Scope}/{publication.Period}/v{publication.Version}", context.Cancellation);
        var result = ScheduledDelivery.Execute(
            request, options.Delivery.Settings, context.Warehouse.Deliveries, context.Monitor, context.Time, context.Cancellation);
        var (sent, refused) = (result.Count(DeliveryStatus.Sent), result.Outcomes.Count(o => o.Fault is not null));
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"delivered {publication.Period} v{publication.Version}: {sent} sent, {result.Count(DeliveryStatus.SentBefore)} sent before, {refused} refused");
        return new JobResult(summary, DidSomething: sent + refused > 0);
    }
}
