using System.CommandLine;
using Analytics.Core.Periods;
using Analytics.Jobs.Cli.Progress;
using Analytics.Jobs.Configuration.Delivery;
using Analytics.Pipeline.Deliver;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics deliver</c>: a period's reports to their recipients, each once.</summary>
internal static class DeliverCommand
{
    private const string DefaultFolder = "analytics-data/dry-run";

    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var (period, json) = (GlobalOptions.Period(), GlobalOptions.Json());
        var dryRun = new Option<bool>("--dry-run") { Description = "Shows what would go to whom and writes every mail and message into a folder;"
            + " sends and publishes nothing." };
        var folder = new Option<string>("--out") { Description = "Folder a dry run writes to.", DefaultValueFactory = _ => DefaultFolder };
        var command = new ExampleCommand(
            "deliver",
            "Delivers the reports of a period to the configured recipients, folders and webhooks: each once, in their scope and language. Reports that are "
                + "missing are made first.",
            "analytics deliver --period 2026-W46 --dry-run",
            "analytics deliver --period 2026-W46 --json") { period, dryRun, folder, json };
        return command.Does((parsed, context) =>
        {
            var asked = ReportPeriod.Parse(parsed.GetValue(period)!, context.Options.Study.WeekStart);
            if (!context.Options.Delivery.HasRecipients)
            {
                context.Output.Message("nobody is configured under Delivery: Recipients, Folders, Webhooks (appsettings.example.json shows how)");
            }

            using var warehouse = context.OpenExistingWarehouse();
            var setup = new DeliverySetup(context.Options, warehouse, context.Time);
            var result = parsed.GetValue(dryRun)
                ? setup.Preview(asked, parsed.GetValue(folder)!)
                : ProgressDisplay.Run(context, progress => setup.Execute(
                    asked, progress.Translate<string>(step => new StepProgress("deliver " + step)), context.Cancellation));
            Print(context.Output, result, parsed.GetValue(json));
            return result.IsComplete ? ExitCodes.Done : ExitCodes.Failed;
        });
    }

    private static void Print(ConsoleOutput output, DeliveryResult result, bool json)
    {
        if (json)
        {
            output.Json(new
            {
                Deliveries = result.Outcomes.Select(o => new
                {
                    o.Channel,
                    o.Address,
                    o.Report,
                    o.Scope,
                    o.Language,
                    o.Version,
                    o.Status,
                    o.Attempts,
                    Error = o.Fault?.Code,
                    Problem = o.Fault?.Problem,
                    o.Files,
                }),
            });
        }
        else
        {
            var table = new TextTable("channel", "to", "report", "scope", "language", "version", "outcome");
            foreach (var o in result.Outcomes)
            {
                table.Add(
                    o.Channel,
                    o.Address,
                    o.Report,
                    o.Scope,
                    o.Language,
                    o.Version == 0 ? "—" : FormattableString.Invariant($"v{o.Version}"),
                    Words(o.Status));
            }

            foreach (var line in table.Lines().Concat(result.Outcomes.SelectMany(o => o.Files ?? [])))
            {
                output.Result(line);
            }
        }

        foreach (var fault in result.Outcomes.Select(o => o.Fault).OfType<Core.AnalyticsException>().DistinctBy(f => f.Message))
        {
            output.Fault(fault);
        }
    }

    private static string Words(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Sent => "sent",
        DeliveryStatus.SentBefore => "sent before",
        DeliveryStatus.NoSignal => "not sent: no signal",
        DeliveryStatus.Off => "not sent: set to never",
        DeliveryStatus.WouldSend => "would be sent",
        DeliveryStatus.NotPublished => "not sent: no report",
        _ => "FAILED",
    };
}
