using System.Globalization;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;

namespace Analytics.Jobs.Cli;

/// <summary>What imports and dry runs print for people.</summary>
internal static class ImportText
{
    private const int LongestCell = 40;

    /// <summary>A finding in one line.</summary>
    public static string Describe(Finding finding)
        => $"finding {finding.Rule}{(finding.Field.Length > 0 ? $" in {finding.Field}" : "")}: "
            + $"{finding.Count.ToString("N0", CultureInfo.InvariantCulture)} rows, {finding.Detail}";

    /// <summary>A dry run: columns, first rows, what would be quarantined, findings.</summary>
    public static void Print(ConsoleOutput output, DryRunResult result)
    {
        output.Result(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{result.SourceRows:N0} source rows become {result.Read:N0} {result.Table} rows: {result.Passed:N0} pass, {result.Quarantined:N0} would "
                    + $"be quarantined; dates are known to the {result.Precision.ToString().ToLowerInvariant()}."));
        Section(output, "Columns", Columns(result));
        Section(output, "First rows as they would be stored", FirstRows(result));
        if (result.Quarantined > 0)
        {
            Section(output, "Would be quarantined", Quarantine(result));
            Section(output, "For example", Sample(result));
        }

        if (result.Findings.Count > 0)
        {
            Section(output, "Findings", result.Findings.Select(Describe));
        }
    }

    private static void Section(ConsoleOutput output, string title, IEnumerable<string> lines)
    {
        output.Result("");
        output.Result($"{title}:");
        foreach (var line in lines)
        {
            output.Result(line);
        }
    }

    private static IEnumerable<string> Columns(DryRunResult result)
    {
        var table = new TextTable("#", "column", "becomes", "kind", "rows", "missing", "distinct", "smallest", "largest");
        foreach (var c in result.Columns)
        {
            table.Add(
                Number(c.Position),
                Cut(c.Name),
                c.MappedTo.Count > 0 ? string.Join(", ", c.MappedTo) : "(left out)",
                c.Kind.ToString(),
                Number(c.Rows),
                Number(c.Missing),
                (c.IsDistinctEstimated ? "~" : "") + Number(c.Distinct),
                Cut(c.Minimum),
                Cut(c.Maximum));
        }

        return table.Lines();
    }

    /// <summary>One line a value: a stored row has more columns than a terminal is wide.</summary>
    private static IEnumerable<string> FirstRows(DryRunResult result)
    {
        foreach (var (number, row) in result.FirstRows.Index())
        {
            var values = result.Table.Fields.Where(f => row[f.Index].Length > 0).Select(f => $"{f.Name}={Cut(row[f.Index])}");
            yield return $"{number + 1}: {string.Join("  ", values)}";
        }
    }

    private static IEnumerable<string> Quarantine(DryRunResult result)
    {
        var table = new TextTable("rule", "field", "rows");
        foreach (var count in result.QuarantinedByRule)
        {
            table.Add(count.Rule, count.Field, Number(count.Rows));
        }

        return table.Lines();
    }

    private static IEnumerable<string> Sample(DryRunResult result)
    {
        var table = new TextTable("line", "field", "value", "rule");
        foreach (var row in result.QuarantineSample)
        {
            table.Add(Number(row.Line), row.Field, Cut(row.Value), row.Rule);
        }

        return table.Lines();
    }

    /// <summary>A cell that fits: control characters shown as blanks, cut with an ellipsis.</summary>
    public static string Cut(string text)
    {
        var plain = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return plain.Length <= LongestCell ? plain : string.Concat(plain.AsSpan(0, LongestCell - 1), "…");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
