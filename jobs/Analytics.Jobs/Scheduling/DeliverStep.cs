using System.Globalization;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Jobs.Cli;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Pipeline.Deliver;
using Analytics.Publishing.Publish;
using Analytics.Reporting.Mail;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Scheduling;

/// <summary>Hands a publication on to its readers, and a failure to the operators.</summary>
internal static class DeliverStep
{
    /// <summary>Delivers a publication's period to whoever has not got it, each recipient in their own scope and language.</summary>
    /// <exception cref="AnalyticsException">AN61xx: something was not taken that may be at another time; the rest was sent.</exception>
    public static JobResult Run(JobWork work, Publication publication)
    {
        var options = work.Context.Options;
        if (!options.Delivery.HasRecipients)
        {
            return new JobResult("nobody is to be told", DidSomething: false);
        }

        var period = ReportPeriod.Parse(publication.Period, options.Study.WeekStart);
        var setup = new DeliverySetup(options, work.Warehouse, work.Context.Time);
        var result = setup.Execute(period, publication, $"{work.Job.Name}/{publication.Scope}/{publication.Period}/v{publication.Version}", new Steps(work), work.Context.Cancellation);
        work.Monitor.Count("delivered", result.Count(DeliveryStatus.Sent));
        if (result.Outcomes.Select(o => o.Fault).FirstOrDefault(f => f is not null && DeliveryFaults.IsTransient(f)) is { } fault)
        {
            throw fault;
        }

        var (sent, refused) = (result.Count(DeliveryStatus.Sent), result.Outcomes.Count(o => o.Fault is not null));
        return new JobResult(string.Create(CultureInfo.InvariantCulture, $"delivered {publication.Period} v{publication.Version}: {sent} sent, {result.Count(DeliveryStatus.SentBefore)} sent before, {refused} refused"), DidSomething: sent + refused > 0);
    }

    /// <summary>Tells the operators of a job that failed and is not tried again; also where the warehouse, and with it the ledger, is what failed.</summary>
    public static void ReportFailure(CommandContext context, JobDefinition job, AnalyticsException fault)
    {
        context.Output.Message($"{job.Name}: {fault.Problem}");
        if (context.Options.Delivery.Operators.Count == 0)
        {
            return;
        }

        var now = context.Time.GetUtcNow().UtcDateTime;
        var scope = Filter.TextOf(job.Scope);
        var notice = new FailureNotice(Step(job.Kind), job.Name, scope, fault.Code, fault.Problem, fault.Remedy, now, string.Create(CultureInfo.InvariantCulture, $"{job.Name}/{now:yyyy-MM-ddTHH:mm:ssZ}"));
        if (Opened(context) is not { } warehouse)
        {
            DeliverySetup.TellDirectly(context.Options, notice, context.Cancellation);
            return;
        }

        using (warehouse)
        {
            new DeliverySetup(context.Options, warehouse, context.Time).Tell(notice, context.Cancellation);
        }
    }

    private static FailedStep Step(JobKind kind) => kind switch
    {
        JobKind.Pull => FailedStep.Pull,
        JobKind.Deliver => FailedStep.Deliver,
        JobKind.Maintain => FailedStep.Maintain,
        _ => FailedStep.Publish,
    };

    private static WarehouseDatabase? Opened(CommandContext context)
    {
        try
        {
            return context.OpenExistingWarehouse();
        }
        catch (AnalyticsException)
        {
            return null;
        }
    }

    private sealed class Steps(JobWork work) : IProgress<string>
    {
        public void Report(string value) => work.Monitor.Say("deliver " + value);
    }
}
