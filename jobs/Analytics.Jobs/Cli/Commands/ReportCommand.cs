using System.CommandLine;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Jobs.Cli.Progress;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics report</c>: one period, published.</summary>
internal static class ReportCommand
{
    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var (period, where, language) = (GlobalOptions.Period(), GlobalOptions.Where(), GlobalOptions.Language());
        var (json, strict) = (GlobalOptions.Json(), GlobalOptions.Strict());
        var folder = new Option<string?>("--out") { Description = "Folder to publish under; the setting Report:OutputFolder where not given." };
        var command = new ExampleCommand(
            "report",
            "Makes and publishes the report of one week, month or quarter: workbook, charts, report.json. Prints the paths, one a line.",
            "analytics report --period 2026-W46",
            "analytics report --period 2026-10 --language en --out reports",
            "analytics report --period 2026-W46 --where \"region=武汉|宜昌\" --where brand=全球通 --json") { period, where, language, folder, json, strict };
        return command.Does((parsed, context) =>
        {
            var filters = FilterText.Parse(parsed.GetValue(where)!);
            var asked = ReportPeriod.Parse(parsed.GetValue(period)!, context.Options.Study.WeekStart);
            using var warehouse = context.OpenExistingWarehouse();
            var publication = Run(context, warehouse, asked, filters, parsed.GetValue(language), parsed.GetValue(folder));
            Print(context.Output, publication, parsed.GetValue(json));
            return parsed.GetValue(strict) && warehouse.QuarantineSummaries().Any(s => s.Rows > 0) ? ExitCodes.Quarantined : ExitCodes.Done;
        });
    }

    /// <summary>Makes and publishes a report with progress.</summary>
    public static Publication Run(
        CommandContext context, WarehouseDatabase warehouse, ReportPeriod period, IReadOnlyList<Filter> scope, string? language, string? folder)
    {
        var options = context.Options;
        var target = new PublishTarget(folder ?? options.OutputFolder) { Wait = options.LockWait };
        var request = new ReportRunRequest(
            period,
            scope,
            options.Study,
            language ?? options.Language,
            target,
            ProgramVersion.Text) { CrossTabs = options.CrossTabs };
        return ProgressDisplay.Run(context, progress => ReportRun.Execute(
            request,
            warehouse,
            context.Time,
            progress.Translate<string>(step => new StepProgress($"report {period}: {step}")),
            context.Cancellation)).Publication;
    }

    private static void Print(ConsoleOutput output, Publication publication, bool json)
    {
        if (json)
        {
            output.Json(
                new
                {
                    publication.Period,
                    publication.Scope,
                    publication.Version,
                    publication.Folder,
                    publication.Workbook,
                    publication.Charts,
                    publication.Report,
                    publication.Run,
                    publication.Headlines,
                });
            return;
        }

        foreach (var headline in publication.Headlines)
        {
            output.Message(headline);
        }

        if (!publication.IsNew)
        {
            output.Message($"nothing has changed since version {publication.Version} was published");
        }

        foreach (var path in publication.Charts.Prepend(publication.Workbook).Append(publication.Report).Append(publication.Run))
        {
            output.Result(path);
        }
    }
}
