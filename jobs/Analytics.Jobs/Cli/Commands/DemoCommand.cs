using System.CommandLine;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Jobs.Configuration;
using Analytics.Samples;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics demo</c>: sample data, warehouse and report in one go.</summary>
internal static class DemoCommand
{
    private const int HeadlinesShown = 3;

    /// <summary>A small operator: big enough that segments of one week say something, small enough to take seconds.</summary>
    private static readonly SampleSettings Settings = new() { Subscribers = 100_000, Weeks = 60, ComplaintsPerWeek = 1_200, SurveyPerWeek = 60 };

    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var language = GlobalOptions.Language();
        var subscribers = Size("--subscribers", "Subscribers of the invented operator.", Settings.Subscribers);
        var weeks = Size("--weeks", "Weeks of its complaints.", Settings.Weeks);
        var complaints = Size("--complaints", "Complaints in an average week.", Settings.ComplaintsPerWeek);
        var command = new ExampleCommand(
            "demo",
            "Makes sample data, imports them and publishes the report of their last full week: everything under ./analytics-data and ./out.",
            "analytics demo",
            "analytics demo --language en") { language, subscribers, weeks, complaints };
        return command.Does((parsed, context) =>
        {
            var asked = Settings with
            {
                Subscribers = parsed.GetValue(subscribers),
                Weeks = parsed.GetValue(weeks),
                ComplaintsPerWeek = parsed.GetValue(complaints),
            };
            return Run(context, asked with { IncidentWeeksBack = Math.Clamp(asked.Weeks - 1, 0, asked.IncidentWeeksBack) }, parsed.GetValue(language));
        });
    }

    private static int Run(CommandContext context, SampleSettings settings, string? language)
    {
        var folder = Path.Combine(Path.GetDirectoryName(context.Options.WarehousePath)!, "sample");
        using var warehouse = context.OpenWarehouse();
        RefuseOtherData(context, warehouse, folder);
        var files = SampleCommand.Write(context, settings, folder);
        foreach (var (table, file, map) in new[]
        {
            (CanonicalTable.Subscriber, files.Subscribers, files.SubscribersMapping),
            (CanonicalTable.Complaint, files.Complaints, files.ComplaintsMapping),
            (CanonicalTable.Survey, files.Survey, files.SurveyMapping),
        })
        {
            ImportCommand.Run(context, warehouse, ImportCommand.Request(context, table, file, map));
        }

        var publication = ReportCommand.Run(context, warehouse, settings.LastWeek, [], language, null);
        context.Output.Result($"workbook: {publication.Workbook}");
        context.Output.Result($"charts:   {Path.GetDirectoryName(publication.Charts[0])}");
        foreach (var headline in publication.Headlines.Take(HeadlinesShown))
        {
            context.Output.Result(headline);
        }

        return ExitCodes.Done;
    }

    /// <summary>Invented complaints must not get among real ones: the warehouse is empty, or a demo's.</summary>
    private static void RefuseOtherData(CommandContext context, WarehouseDatabase warehouse, string folder)
    {
        var imports = warehouse.Imports();
        if (imports.Count > 0 && !File.Exists(Path.Combine(folder, "planted.json")))
        {
            throw new AnalyticsException(
                "AN1015",
                $"The warehouse '{context.Options.WarehousePlace()}' holds data already ({imports[0].Source}), and the demo would add invented ones.",
                "Run the demo in another folder, or give it a warehouse of its own: --set Warehouse:Path=demo/warehouse.db.",
                FaultKind.Usage);
        }
    }

    private static Option<int> Size(string name, string description, int @default) =>
        new(name) { Description = description, DefaultValueFactory = _ => @default };
}
