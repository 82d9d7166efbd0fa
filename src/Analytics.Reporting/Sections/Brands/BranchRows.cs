using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Brands;

/// <summary>On sheet 09: branches by their own answers and drawn to the mean as far as those are few.</summary>
internal static class BranchRows
{
    private const int Raw = 3;
    private const int Shrunk = 6;
    private const int LastColumn = 9;
    private const int ChartRows = 17;

    /// <summary>Own weight that is shown as 0 %.</summary>
    private const double Nothing = 0.005;

    /// <summary>Writes table and chart at the cursor.</summary>
    public static void Fill(SheetDraft sheet, IReadOnlyList<BranchScore> branches, int lastColumn)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("branches.title"), words.Get("branches.note"));
        string[] keys = ["region", "n", "raw", "lower", "upper", "shrunk", "lower", "upper", "ownWeight"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var first = sheet.Row;
        foreach (var branch in branches)
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, words.Label(branch.Branch), CellLook.Text);
            sheet.SampleSize(at, 2, branch.Raw);
            sheet.WithBounds(at, Raw, branch.Raw, MeasureUnit.Score);
            sheet.WithBounds(at, Shrunk, branch.Shrunk, MeasureUnit.Score);
            if (branch.Shrunk.State == FigureState.Known)
            {
                sheet.Put(at, LastColumn, branch.OwnWeight, CellLook.Number("0%"));
            }
            else
            {
                sheet.Put(at, LastColumn, "", CellLook.Text);
            }
        }

        if (branches.Where(b => b.Shrunk.State == FigureState.Known).All(b => b.OwnWeight < Nothing))
        {
            sheet.Note(words.Get("branches.alike"));
        }

        sheet.ExplainMissing();
        sheet.Row++;
        var drawn = branches
            .Select((b, i) => (Branch: b, Row: first + i))
            .Where(b => b.Branch is { Raw.State: FigureState.Known, Shrunk.State: FigureState.Known })
            .ToArray();
        if (drawn.Length > 1)
        {
            Chart(sheet, [.. drawn.Select(d => d.Branch)], [.. drawn.Select(d => d.Row)], lastColumn);
        }
    }

    private static void Chart(SheetDraft sheet, BranchScore[] branches, int[] rows, int lastColumn)
    {
        var words = sheet.Words;
        ChartSeries Dots(string key, int column, Func<BranchScore, Figure> figure, string colour, ErrorBars? errors) => new(
            ChartKind.Line, words.Get(key), CellRange.Rows(sheet.Name, 1, rows), [.. branches.Select(b => words.Label(b.Branch))],
            CellRange.Rows(sheet.Name, column, rows), [.. branches.Select(b => figure(b).Value)], colour)
        {
            Format = "0.0", Dots = true, Errors = errors,
        };
        var chart = new NativeChart(words.Get("branches.chart"),
        [
            Dots("head.raw", Raw, b => b.Raw, Palette.Raw, null),
            Dots("head.shrunk", Shrunk, b => b.Shrunk, Palette.Blue, sheet.ErrorBars(rows, Shrunk, lastColumn + 2, [.. branches.Select(b => b.Shrunk)])),
        ])
        {
            ValueFormat = "0", ValueTitle = words.Unit(MeasureUnit.Score), FromZero = false,
        };
        sheet.Draft.Charts.Add(new PlacedChart(sheet.Name, chart, 0, sheet.Row - 1, BrandSheet.FewestColumns, sheet.Row - 1 + ChartRows));
        sheet.Row += ChartRows + 1;
    }
}
