using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;
using ClosedXML.Excel;

namespace Analytics.Reporting.Sections.Quality;

/// <summary>Sheet 91: rows in and out, quarantine, findings, what could not be computed or drawn, and the totals that had to tie.</summary>
internal static class QualitySheet
{
    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        sheet.Heading("quality.title");
        RevisionRows.Fill(sheet);
        Imports(sheet);
        Quarantine(sheet);
        Findings(sheet);
        NotComputed(sheet);
        NotDrawn(sheet);
        Suppression(sheet);
        Checks(sheet);
        sheet.Measure(1, 26);
        sheet.Measure(2, 26);
        sheet.Finish(frozenRows: 2);
    }

    /// <summary>Rows read, stored, already there and quarantined over all imports, in this order.</summary>
    public static IReadOnlyList<long> ImportSums(IReadOnlyList<ImportSummary> imports)
        => [imports.Sum(i => i.Read), imports.Sum(i => i.Stored), imports.Sum(i => i.AlreadyThere), imports.Sum(i => i.Quarantined)];

    private static void Imports(SheetDraft sheet)
    {
        var words = sheet.Words;
        var imports = sheet.Draft.Report.DataQuality.Imports;
        sheet.Section(words.Get("quality.imports"), words.Get("quality.importsNote"));
        string[] keys = ["table", "sourceFile", "read", "stored", "alreadyThere", "quarantined", "ties"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var first = sheet.Row;
        foreach (var import in imports)
        {
            var row = sheet.Row++;
            sheet.Put(row, 1, words.Table(import.Table), CellLook.Text);
            sheet.Put(row, 2, import.Source, CellLook.Text);
            long[] counts = [import.Read, import.Stored, import.AlreadyThere, import.Quarantined];
            for (var i = 0; i < counts.Length; i++)
            {
                sheet.Put(row, 3 + i, counts[i], CellLook.Number("#,##0"));
            }

            Verdict(sheet, row, 7, import.Read == import.Stored + import.AlreadyThere + import.Quarantined, $"IF(C{row}=D{row}+E{row}+F{row},\"✔\",\"✘\")");
        }

        ImportTotals(sheet, imports, first);
        sheet.Row++;
    }

    private static void ImportTotals(SheetDraft sheet, IReadOnlyList<ImportSummary> imports, int first)
    {
        var (row, look) = (sheet.Row++, new CellLook(Bold: true, Top: true, Format: "#,##0"));
        sheet.Put(row, 1, sheet.Words.Get("total"), look);
        sheet.Put(row, 2, "", look);
        var totals = ImportSums(imports);
        for (var i = 0; i < totals.Count; i++)
        {
            if (imports.Count == 0)
            {
                sheet.Put(row, 3 + i, totals[i], look);
            }
            else
            {
                sheet.Live(row, 3 + i, totals[i], $"SUM({new CellRange(sheet.Name, first, 3 + i, row - 1, 3 + i).Local})", look);
            }

            sheet.Sheet.Cell(row, 3 + i).AddToNamed(QualityOutput.ImportNames[i]);
        }

        sheet.Put(row, 7, "", look);
    }

    private static void Quarantine(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("quality.quarantine"), words.Get("quality.quarantineNote"));
        Rows(sheet, ["table", "rule", "field", "rows"], sheet.Draft.Report.DataQuality.Quarantine, (q, row) =>
        {
            sheet.Put(row, 1, words.Table(q.Table), CellLook.Text);
            sheet.Put(row, 2, words.Rule(q.Rule), CellLook.Text);
            sheet.Put(row, 3, Field(words, q.Field), CellLook.Text, measure: false);
            sheet.Put(row, 4, q.Rows, CellLook.Number("#,##0"));
        });
    }

    private static void Findings(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("quality.findings"));
        Rows(sheet, ["sourceFile", "rule", "field", "rows", "detail"], sheet.Draft.Report.DataQuality.Findings, (f, row) =>
        {
            sheet.Put(row, 1, f.Source, CellLook.Text);
            sheet.Put(row, 2, words.Rule(f.Rule), CellLook.Text);
            sheet.Put(row, 3, Field(words, f.Field), CellLook.Text, measure: false);
            sheet.Put(row, 4, f.Count, CellLook.Number("#,##0"));
            sheet.Put(row, 5, f.Detail, CellLook.Note with { Align = XLAlignmentHorizontalValues.Left, Indent = 1 }, measure: false);
        });
    }

    private static void NotComputed(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("quality.notComputed"));
        Rows(sheet, ["subject", "reason"], sheet.Draft.Report.DataQuality.NotComputed, (missing, row) =>
        {
            sheet.Put(row, 1, words.Subject(missing.Subject), CellLook.Text);
            sheet.Put(row, 2, words.Reason(missing.Reason), CellLook.Text, measure: false);
        });
    }

    /// <summary>Charts are files beside the workbook; the workbook says which of them are not there.</summary>
    private static void NotDrawn(SheetDraft sheet)
    {
        var reasons = Charts.ChartFiles.NotDrawn(sheet.Draft.Report, sheet.Words);
        sheet.Section(sheet.Words.Get("quality.notDrawn"));
        foreach (var reason in reasons)
        {
            sheet.Put(sheet.Row++, 1, reason, CellLook.Text, measure: false);
        }

        if (reasons.Count == 0)
        {
            sheet.Note(sheet.Words.Get("empty.none"));
        }

        sheet.Row++;
    }

    private static void Suppression(SheetDraft sheet)
    {
        var report = sheet.Draft.Report;
        sheet.Section(sheet.Words.Get("quality.suppression"));
        sheet.Put(sheet.Row, 1, sheet.Words.Get("quality.suppressedCells", report.Header.MinimumCell), CellLook.Text, measure: false);
        sheet.Put(sheet.Row, 2, "", CellLook.Text);
        sheet.Put(sheet.Row++, 3, report.DataQuality.SuppressedCells, CellLook.Number("#,##0"));
        sheet.Row++;
    }

    private static void Checks(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("quality.checks"), words.Get("quality.checksNote"));
        Rows(sheet, ["check", "", "expected", "actual", "ties"], sheet.Draft.Report.DataQuality.Checks, (check, row) =>
        {
            sheet.Put(row, 1, words.Subject(check.Name), CellLook.Text);
            sheet.Put(row, 2, "", CellLook.Text);
            sheet.Put(row, 3, check.Expected, CellLook.Number("#,##0.##"));
            sheet.Put(row, 4, check.Actual, CellLook.Number("#,##0.##"));
            Verdict(sheet, row, 5, check.Ties, $"IF(ABS(C{row}-D{row})<=0.000000001*MAX(1,ABS(C{row})),\"✔\",\"✘\")");
        });
    }

    private static void Rows<T>(SheetDraft sheet, string[] heads, IReadOnlyList<T> rows, Action<T, int> write)
    {
        if (rows.Count == 0)
        {
            sheet.Note(sheet.Words.Get("empty.none"));
        }
        else
        {
            sheet.Header(1, [.. heads.Select(h => h.Length == 0 ? "" : sheet.Words.Get("head." + h))]);
            foreach (var row in rows)
            {
                write(row, sheet.Row++);
            }
        }

        sheet.Row++;
    }

    private static void Verdict(SheetDraft sheet, int row, int column, bool ties, string formula)
        => sheet.Live(row, column, ties ? "✔" : "✘", formula, CellLook.Centred with { Bold = true, Ink = ties ? Palette.Green : Palette.Red });

    private static string Field(ReportWords words, string field) => field.Length == 0 ? words.Get("quality.wholeFile") : words.Column(field);
}
