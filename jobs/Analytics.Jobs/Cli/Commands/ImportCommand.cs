using System.CommandLine;
using Analytics.Core.Canonical;
using Analytics.Jobs.Cli.Progress;
using Analytics.Pipeline.Import;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics import</c>: one file into the warehouse.</summary>
internal static class ImportCommand
{
    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var table = TableNames.Restrict(new Argument<string>("table") { Description = "What the file holds." });
        var file = new Argument<string>("file") { Description = "CSV or XLSX, plain or .gz." };
        var map = new Option<string>("--map")
        {
            Description = "Mapping of its columns (JSON); 'analytics mapping suggest' writes a first one.",
            Required = true,
            HelpName = "map.json",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Stores nothing; shows the first rows as they would be stored, a profile of every "
            + "column, and what would be quarantined." };
        var (json, strict) = (GlobalOptions.Json(), GlobalOptions.Strict());
        var command = new ExampleCommand(
            "import",
            "Reads a file into the warehouse. The same file twice stores nothing new; rows that fail a check go to quarantine.",
            "analytics import complaints complaints.csv.gz --map complaints.map.json",
            "analytics import subscribers base.xlsx --map base.map.json --dry-run",
            "analytics import survey answers.csv --map answers.map.json --json --strict") { table, file, map, dryRun, json, strict };
        return command.Does((parsed, context) =>
        {
            var request = Request(context, TableNames.Table(parsed.GetValue(table)!), parsed.GetValue(file)!, parsed.GetValue(map)!);
            var quarantined = parsed.GetValue(dryRun)
                ? TryOut(context, request, parsed.GetValue(json))
                : Store(context, request, parsed.GetValue(json));
            return quarantined > 0 && parsed.GetValue(strict) ? ExitCodes.Quarantined : ExitCodes.Done;
        });
    }

    /// <summary>An import under the configured time zone.</summary>
    public static ImportRequest Request(CommandContext context, CanonicalTable table, string file, string map) =>
        new(table, file, map, context.Options.Study.TimeZone);

    /// <summary>Imports one file with progress.</summary>
    public static ImportResult Run(CommandContext context, WarehouseDatabase warehouse, ImportRequest request)
    {
        var step = $"import {Path.GetFileName(request.File)}";
        using var hold = context.HoldWriteLock(warehouse, step);
        return ProgressDisplay.Run(context, progress =>
        {
            progress.Report(new StepProgress(step, 0, null, "rows"));
            return ImportRun.Execute(request, warehouse, context.Options.Pseudonyms(), progress.Translate(Translation(step)), context.Cancellation);
        });
    }

    private static long Store(CommandContext context, ImportRequest request, bool json)
    {
        using var warehouse = context.OpenWarehouse();
        var result = Run(context, warehouse, request);
        if (json)
        {
            context.Output.Json(new { result.Read, result.Stored, result.AlreadyThere, result.Quarantined, result.Findings });
            return result.Quarantined;
        }

        context.Output.Result(
            $"{result.Read:N0} rows read: {result.Stored:N0} stored, {result.AlreadyThere:N0} already there, {result.Quarantined:N0} quarantined");
        foreach (var finding in result.Findings)
        {
            context.Output.Result(ImportText.Describe(finding));
        }

        if (result.Quarantined > 0)
        {
            context.Output.Message("'analytics quarantine list' shows the quarantined rows by rule");
        }

        return result.Quarantined;
    }

    private static long TryOut(CommandContext context, ImportRequest request, bool json)
    {
        var result = ProgressDisplay.Run(context, progress =>
            DryRun.Execute(
                request,
                context.Options.Pseudonyms(),
                progress: progress.Translate(Translation($"read {Path.GetFileName(request.File)}")),
                cancellation: context.Cancellation));
        if (json)
        {
            context.Output.Json(
                new
                {
                    result.Read,
                    result.Passed,
                    result.Quarantined,
                    result.Precision,
                    result.Columns,
                    result.FirstRows,
                    result.QuarantinedByRule,
                    result.QuarantineSample,
                    result.Findings,
                });
        }
        else
        {
            ImportText.Print(context.Output, result);
        }

        return result.Quarantined;
    }

    private static Func<ImportProgress, StepProgress> Translation(string step)
        => p => new StepProgress(step, p.SourceRows, p.Fraction > 0 ? Math.Max(p.SourceRows, (long)(p.SourceRows / p.Fraction)) : null, "rows");
}
