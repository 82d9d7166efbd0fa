using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Segments;

/// <summary>Sheet 05: every segmentation with intervals, ratio, index and residual; charts of the first four on top.</summary>
internal static class SegmentSheet
{
    private const int ChartRows = 14;
    private const int Share = 3;
    private const int Rate = 8;
    private const int LastColumn = 17;
    private const int MostCharts = 4;

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        sheet.Heading("segments.title");
        sheet.Note(sheet.Words.Get("segments.note", NumberFormats.Value(sheet.Draft.Report.Header.ConfidenceLevel, MeasureUnit.Share)));
        sheet.Note(sheet.Words.Get("segments.marks"));
        sheet.Row++;
        var tables = sheet.Draft.Report.Segments;
        // charts stand above all tables: their rows are kept free before the tables have a place
        var chartTop = sheet.Row;
        var charted = tables.Where(t => t.Rows.Count(r => Charted(t, r) is not null) > 1).Take(MostCharts).ToList();
        sheet.Row += (charted.Count + 1) / 2 * (ChartRows + 1);
        for (var i = 0; i < tables.Count; i++)
        {
            var rows = Table(sheet, tables[i], SegmentOutput.TotalName(i));
            var place = charted.IndexOf(tables[i]);
            if (place >= 0)
            {
                Chart(sheet, tables[i], rows, chartTop + (place / 2 * (ChartRows + 1)), place % 2);
            }
        }

        if (tables.Count == 0)
        {
            sheet.Note(sheet.Words.Get("empty.table"));
        }

        sheet.Measure(1, 18);
        sheet.Finish(frozenRows: 2, frozenColumns: 1, lastColumn: LastColumn);
    }

    /// <summary>The figure a chart shows for a row: the rate, or the share of complaints where there is no base.</summary>
    private static double? Charted(SegmentTable table, SegmentRow row) => (table.TotalSubscribers is null ? row.ShareOfComplaints : row.ComplaintsPer10k).Value;

    private static int Table(SheetDraft sheet, SegmentTable table, string totalName)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("segments.by", words.Column(table.Column)), Remark(table, words));
        string[] keys =
        [
            "segment", "complaints", "share", "lower", "upper", "subscribers", "shareOfSubscribers", "rate", "lower", "upper", "rateRatio", "lower",
            "upper", "contribution", "residual", "adjustedP", "significant",
        ];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var first = sheet.Row;
        foreach (var row in table.Rows)
        {
            Row(sheet, row);
        }

        Totals(sheet, table, first, totalName);
        sheet.ExplainMissing();
        sheet.Row++;
        return first;
    }

    private static string? Remark(SegmentTable table, ReportWords words)
    {
        var parts = new List<string>();
        if (table.BandRule is { } rule)
        {
            parts.Add(words.Find("band." + rule) ?? rule);
        }

        if (table.ChiSquare is { State: FigureState.Known, Value: { } chiSquare })
        {
            parts.Add($"χ² = {NumberFormats.Fixed(chiSquare, 1)}");
        }

        if (table.PValue is { } p)
        {
            parts.Add(p < 0.0001 ? "p < 0.0001" : $"p = {NumberFormats.Fixed(p, 4)}");
        }

        return parts.Count == 0 ? null : string.Join("   ", parts);
    }

    private static void Row(SheetDraft sheet, SegmentRow row)
    {
        var at = sheet.Row++;
        sheet.Put(at, 1, sheet.Words.Label(row.Label), CellLook.Text);
        sheet.Put(at, 2, row.Complaints, MeasureUnit.Count);
        sheet.WithBounds(at, Share, row.ShareOfComplaints, MeasureUnit.Share);
        sheet.Put(at, 6, row.Subscribers, MeasureUnit.Count);
        sheet.Put(at, 7, row.ShareOfSubscribers, MeasureUnit.Share);
        sheet.WithBounds(at, Rate, row.ComplaintsPer10k, MeasureUnit.Per10k);
        sheet.WithBounds(at, 11, row.RateRatio, MeasureUnit.Per10k);
        sheet.Put(at, 14, row.ContributionIndex, MeasureUnit.Per10k);
        sheet.Put(at, 15, row.AdjustedResidual, CellLook.Number("+0.0;-0.0;0.0"));
        sheet.Put(at, 16, row.AdjustedPValue, CellLook.Number(FigureCells.Probability));
        var mark = Marks.OfDifference(row.AdjustedResidual, row.Survives);
        sheet.Verdict(at, LastColumn, mark, mark.Length == 0 ? "" : sheet.Words.Get(mark == "■" ? "significant.above" : "significant.below"));
    }

    private static void Totals(SheetDraft sheet, SegmentTable table, int first, string name)
    {
        var (row, look) = (sheet.Row++, new CellLook(Bold: true, Top: true));
        for (var column = 1; column <= LastColumn; column++)
        {
            sheet.Put(row, column, column == 1 ? sheet.Words.Get("total") : "", look);
        }

        var number = look with { Format = "#,##0" };
        Total(sheet, row, 2, first, table.TotalComplaints, [.. table.Rows.Select(r => r.Complaints)], number);
        sheet.Sheet.Cell(row, 2).AddToNamed(name);
        if (table.TotalSubscribers is { } subscribers)
        {
            Total(sheet, row, 6, first, subscribers, [.. table.Rows.Select(r => r.Subscribers)], number);
        }
    }

    /// <summary>A live sum where the rows shown add up to the total; else the total as it is, and a line that says so.</summary>
    private static void Total(SheetDraft sheet, int row, int column, int first, double total, IReadOnlyList<Figure> parts, CellLook look)
    {
        var complete = parts.Count > 0
            && parts.All(p => p.State == FigureState.Known)
            && Math.Abs(parts.Sum(p => p.Value!.Value) - total) <= 1e-9 * Math.Max(1, Math.Abs(total));
        if (complete)
        {
            sheet.Live(row, column, total, $"SUM({new CellRange(sheet.Name, first, column, row - 1, column).Local})", look);
            return;
        }

        sheet.Put(row, column, total, look);
        if (parts.Any(p => p.State != FigureState.Known))
        {
            sheet.Remark(sheet.Words.Get("total.hidden"));
        }
    }

    private static void Chart(SheetDraft sheet, SegmentTable table, int first, int top, int side)
    {
        var words = sheet.Words;
        var byShare = table.TotalSubscribers is null;
        var shown = table.Rows.Select((row, i) => (Row: row, At: first + i)).Where(r => Charted(table, r.Row) is not null).ToArray();
        Figure[] figures = [.. shown.Select(r => byShare ? r.Row.ShareOfComplaints : r.Row.ComplaintsPer10k)];
        int[] rows = [.. shown.Select(r => r.At)];
        var unit = byShare ? MeasureUnit.Share : MeasureUnit.Per10k;
        var series = new ChartSeries(
            ChartKind.Column, words.Get(byShare ? "head.share" : "head.rate"), CellRange.Rows(sheet.Name, 1, rows),
            [.. shown.Select(r => words.Label(r.Row.Label))],
            CellRange.Rows(sheet.Name, byShare ? Share : Rate, rows), [.. figures.Select(f => f.Value)], Palette.Deep)
        {
            Format = NumberFormats.Excel(unit),
            ShowValues = shown.Length <= 10,
            Errors = sheet.ErrorBars(rows, byShare ? Share : Rate, LastColumn + 2, figures),
        };
        var title = words.Get(byShare ? "segments.chartShare" : "segments.chartRate", words.Column(table.Column));
        var chart = new NativeChart(title, [series]) { ValueFormat = byShare ? "0%" : "#,##0", ValueTitle = byShare ? null : words.Unit(unit) };
        sheet.Draft.Charts.Add(new PlacedChart(sheet.Name, chart, side == 0 ? 0 : 8, top - 1, side == 0 ? 8 : LastColumn, top - 1 + ChartRows));
    }
}
