using System.CommandLine;
using System.Globalization;
using System.Text;
using Analytics.Pipeline.Import;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics quarantine</c>: rows that failed a check, and what becomes of them.</summary>
internal static class QuarantineCommand
{
    private const int ListedRows = 20;

    /// <summary>Builds the command with its subcommands.</summary>
    public static ExampleCommand Create() => new("quarantine", "Shows, exports and retries rows that failed a check.") { List(), Export(), Retry() };

    private static ExampleCommand List()
    {
        var (table, rule, json) = (Table(), Rule(), GlobalOptions.Json());
        var limit = new Option<int>("--limit") { Description = "Rows shown at most.", DefaultValueFactory = _ => ListedRows };
        var command = new ExampleCommand(
            "list",
            "Shows how many rows wait by table, rule and field, and the first of them.",
            "analytics quarantine list",
            "analytics quarantine list --table complaints --rule closed-before-received --limit 100") { table, rule, limit, json };
        return command.Does((parsed, context) =>
        {
            using var warehouse = context.OpenExistingWarehouse();
            var filter = Filter(parsed.GetValue(table), parsed.GetValue(rule), parsed.GetValue(limit));
            var rows = warehouse.Quarantine(filter).ToList();
            var summaries = warehouse.QuarantineSummaries()
                .Where(s => (filter.Table is null || s.Table == filter.Table.Name) && (filter.Rule is null || s.Rule == filter.Rule))
                .ToList();
            if (parsed.GetValue(json))
            {
                context.Output.Json(new { Summary = summaries, Rows = rows });
            }
            else
            {
                Print(context.Output, summaries, rows);
            }

            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Export()
    {
        var (table, rule) = (Table(), Rule());
        var file = new Option<string>("--out") { Description = "CSV file to write.", Required = true };
        var command = new ExampleCommand(
            "export",
            "Writes waiting rows to a CSV file: why they wait, then the source row as it came.",
            "analytics quarantine export --out quarantine.csv",
            "analytics quarantine export --table survey --out survey-quarantine.csv") { table, rule, file };
        return command.Does((parsed, context) =>
        {
            using var warehouse = context.OpenExistingWarehouse();
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            var rows = 0L;
            using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
            {
                writer.WriteLine("id,table,source,line,field,value,rule,row");
                foreach (var entry in warehouse.Quarantine(Filter(parsed.GetValue(table), parsed.GetValue(rule), null)))
                {
                    context.Cancellation.ThrowIfCancellationRequested();
                    writer.WriteLine(
                        CsvText.Line(
                            [
                                Number(entry.Id), TableNames.Name(entry.Table), entry.Source, Number(entry.Line), entry.Field, entry.Value, entry.Rule,
                                Row(entry),
                            ]));
                    rows++;
                }
            }

            context.Output.Message(FormattableString.Invariant($"{rows:N0} rows exported"));
            context.Output.Result(path);
            return ExitCodes.Done;
        });
    }

    private static ExampleCommand Retry()
    {
        var (rule, json, strict) = (Rule(), GlobalOptions.Json(), GlobalOptions.Strict());
        var map = new Option<string>("--map")
        {
            Description = "Mapping to read the waiting rows with, corrected where it was at fault; its table says which rows are tried.",
            Required = true,
            HelpName = "map.json",
        };
        var source = new Option<string?>("--source") { Description = "Only rows of the file of this name.", HelpName = "file" };
        var command = new ExampleCommand(
            "retry",
            "Tries waiting rows again. Those that pass are stored and leave the quarantine, the others wait on.",
            "analytics quarantine retry --map complaints.map.json",
            "analytics quarantine retry --map complaints.map.json --source complaints.csv --rule not-a-date --strict") { map, source, rule, json, strict };
        return command.Does((parsed, context) =>
        {
            using var warehouse = context.OpenExistingWarehouse();
            using var hold = context.HoldWriteLock(warehouse, "retry of quarantined rows");
            var request = new RetryRequest(parsed.GetValue(map)!, parsed.GetValue(source), parsed.GetValue(rule), context.Options.Study.TimeZone);
            var result = QuarantineRetry.Execute(request, warehouse, context.Options.Pseudonyms(), context.Cancellation);
            if (parsed.GetValue(json))
            {
                context.Output.Json(result);
            }
            else
            {
                context.Output.Result(
                    FormattableString.Invariant(
                        $"{result.Tried:N0} rows tried: {result.Stored:N0} stored, {result.AlreadyThere:N0} already there, {result.Quarantined:N0} wait on"));
            }

            return result.Quarantined > 0 && parsed.GetValue(strict) ? ExitCodes.Quarantined : ExitCodes.Done;
        });
    }

    private static void Print(ConsoleOutput output, List<Core.Reports.QuarantineSummary> summaries, List<QuarantineEntry> rows)
    {
        if (summaries.Count == 0)
        {
            output.Result("No row waits.");
            return;
        }

        var byRule = new TextTable("table", "rule", "field", "rows");
        foreach (var summary in summaries)
        {
            byRule.Add(TableNames.Name(summary.Table), summary.Rule, summary.Field, summary.Rows.ToString("N0", CultureInfo.InvariantCulture));
        }

        var first = new TextTable("id", "source", "line", "field", "value", "rule");
        foreach (var row in rows)
        {
            first.Add(Number(row.Id), row.Source, Number(row.Line), row.Field, ImportText.Cut(row.Value), row.Rule);
        }

        foreach (var line in byRule.Lines().Append("").Concat(first.Lines()))
        {
            output.Result(line);
        }
    }

    /// <summary>The source row as header=value pairs, so that rows of many sources fit one file.</summary>
    private static string Row(QuarantineEntry entry) => string.Join("; ", entry.Fields.Index()
        .Where(f => f.Item.Length > 0)
        .Select(f => $"{(f.Index < entry.Header.Count ? entry.Header[f.Index] : $"#{f.Index + 1}")}={f.Item}"));

    private static QuarantineFilter Filter(string? table, string? rule, int? limit) => new(table is null ? null : TableNames.Table(table), rule, Limit: limit);

    private static Option<string?> Table() => TableNames.Restrict(new Option<string?>("--table") { Description = "Only rows meant for this table." });

    private static Option<string?> Rule() => new("--rule") { Description = "Only rows that break this rule.", HelpName = "rule" };

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
