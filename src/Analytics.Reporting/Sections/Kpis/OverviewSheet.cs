using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Kpis;

/// <summary>Sheet 01: every measure against the period before, a year before and its control limits, and its trend.</summary>
internal static class OverviewSheet
{
    private const int HeaderRows = 5;
    private const int FirstPeriod = 3;
    private const int ChartRows = 16;
    private const int LastColumn = 17;
    private const int Charts = 4;

    /// <summary>Fills the sheet and says where the cover finds its figures.</summary>
    public static OverviewCells Fill(SheetDraft sheet)
    {
        var report = sheet.Draft.Report;
        sheet.Heading("overview.title");
        sheet.Section(sheet.Words.Get("overview.kpis"));
        Head(sheet);
        var rows = new Dictionary<KpiId, int>();
        foreach (var kpi in report.Kpis)
        {
            rows[kpi.Id] = sheet.Row;
            Measure(sheet, kpi);
            sheet.Row++;
        }

        sheet.Note(sheet.Words.Get("overview.note", NumberFormats.Value(report.Header.ConfidenceLevel, MeasureUnit.Share), report.Header.TrailingPeriods));
        sheet.Note(sheet.Words.Get("legend.signals"));
        sheet.ExplainMissing();
        sheet.Row++;
        // the charts stand above the cells they are bound to, so their rows are kept free before those cells have a place
        var chartRow = sheet.Row;
        var charted = report.Kpis.Where(k => k.Series.Count(p => p.Figure.State == FigureState.Known) > 1).Take(Charts).ToArray();
        sheet.Row += (charted.Length > 0 ? ChartRows + 1 : 0) + 1;
        var series = Trend(sheet, charted, chartRow);
        sheet.Finish(frozenRows: HeaderRows, frozenColumns: 1, lastColumn: LastColumn);
        return new OverviewCells(sheet.Name, rows, series);
    }

    private static void Head(SheetDraft sheet)
    {
        string[] keys =
        [
            "kpi", "unit", "current", "lower", "upper", "n", "previous", "change", "changeLower", "changeUpper", "yearBefore", "yearChange", "trailing",
            "lcl", "ucl", "signal", "definition",
        ];
        sheet.Header(1, [.. keys.Select(k => sheet.Words.Get("head." + k))]);
    }

    private static void Measure(SheetDraft sheet, Kpi kpi)
    {
        var (row, unit) = (sheet.Row, kpi.Unit);
        sheet.Put(row, 1, sheet.Words.Kpi(kpi.Id), CellLook.Text with { Bold = true });
        sheet.Put(row, 2, sheet.Words.Unit(unit), CellLook.Centred);
        sheet.WithBounds(row, OverviewCells.Current, kpi.Current, unit);
        sheet.Sheet.Cell(row, OverviewCells.Current).AddToNamed(KpiOutput.CellName(kpi.Id));
        sheet.SampleSize(row, 6, kpi.Current);
        sheet.Put(row, 7, kpi.Previous, unit);
        sheet.ChangeWithBounds(row, OverviewCells.Change, kpi.Change, unit);
        sheet.Put(row, OverviewCells.YearBefore, kpi.YearBefore, unit);
        sheet.Change(row, 12, kpi.YearChange, unit);
        sheet.Put(row, 13, kpi.TrailingMean, unit);
        Limit(sheet, row, 14, kpi.LowerLimit, unit);
        Limit(sheet, row, 15, kpi.UpperLimit, unit);
        sheet.Put(row, 16, $"{Marks.Of(kpi.Signal)} {sheet.Words.SignalWord(kpi.Signal)}", CellLook.Verdict with { Ink = Palette.Of(kpi.Signal) });
        sheet.Put(row, LastColumn, KpiOutput.DefinitionId(kpi.Id), CellLook.Centred);
        sheet.Sheet.Row(row).Height = 20;
    }

    private static void Limit(SheetDraft sheet, int row, int column, double? limit, MeasureUnit unit)
    {
        if (limit is { } value)
        {
            sheet.Put(row, column, value, CellLook.Number(NumberFormats.Excel(unit)));
        }
        else
        {
            sheet.Put(row, column, "", CellLook.Text);
        }
    }

    private static Dictionary<KpiId, IReadOnlyList<ChartSeries>> Trend(SheetDraft sheet, Kpi[] charted, int chartRow)
    {
        var report = sheet.Draft.Report;
        sheet.Section(sheet.Words.Get("overview.trend"), sheet.Words.Get("overview.trendNote"));
        var periods = report.Kpis.Select(k => k.Series).OrderByDescending(s => s.Count).FirstOrDefault() ?? [];
        var headRow = sheet.Row;
        sheet.Header(1, [sheet.Words.Get("head.kpi"), sheet.Words.Get("head.line"), .. periods.Select(p => p.Period)]);
        var series = new Dictionary<KpiId, IReadOnlyList<ChartSeries>>();
        foreach (var kpi in report.Kpis.Where(k => k.Series.Count > 0))
        {
            series[kpi.Id] = [.. Lines(kpi).Select(line => Line(sheet, headRow, kpi, line.Key, line.Values))];
        }

        var edges = Edges(sheet);
        for (var i = 0; i < charted.Length; i++)
        {
            Chart(sheet, charted[i], series[charted[i].Id], chartRow, edges[i], edges[i + 1]);
        }

        return series;
    }

    /// <summary>
    /// Columns where the charts begin and the last ends, 0-based: all in one row, about as wide as each other, so that they print with the table above
    /// them.
    /// </summary>
    private static int[] Edges(SheetDraft sheet)
    {
        double[] ends = [0, .. Enumerable.Range(1, LastColumn).Select(c => Enumerable.Range(1, c).Sum(sheet.Widths.Of))];
        return [.. Enumerable.Range(0, Charts + 1).Select(k => Enumerable.Range(0, ends.Length).MinBy(c => Math.Abs(ends[c] - (ends[^1] * k / Charts))))];
    }

    /// <summary>A measure's values, then its centre and limits as far as they are known.</summary>
    private static IEnumerable<(string Key, double?[] Values)> Lines(Kpi kpi)
    {
        yield return ("line.value", [.. kpi.Series.Select(p => p.Figure.Value)]);
        (string Key, double? Value)[] references = [("line.centre", kpi.TrailingMean.Value), ("line.lcl", kpi.LowerLimit), ("line.ucl", kpi.UpperLimit)];
        foreach (var (key, value) in references)
        {
            if (value is not null)
            {
                yield return (key, [.. Enumerable.Repeat(value, kpi.Series.Count)]);
            }
        }
    }

    private static ChartSeries Line(SheetDraft sheet, int headRow, Kpi kpi, string key, double?[] values)
    {
        var (row, own, format) = (sheet.Row++, key == "line.value", NumberFormats.Excel(kpi.Unit));
        var look = CellLook.Number(format) with { Ink = own ? Palette.Ink : Palette.Grey };
        sheet.Put(row, 1, own ? sheet.Words.Kpi(kpi.Id) : "", CellLook.Text with { Bold = true });
        sheet.Put(row, 2, sheet.Words.Get(key), CellLook.Text with { Ink = look.Ink });
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                sheet.Put(row, FirstPeriod + i, value, look);
            }
            else
            {
                sheet.Sheet.Cell(row, FirstPeriod + i).Style = sheet.Draft.Style(look with { Fill = Palette.PaleGrey });
            }
        }

        var last = FirstPeriod + values.Length - 1;
        return new ChartSeries(
            ChartKind.Line, own ? sheet.Words.Kpi(kpi.Id) : sheet.Words.Get(key),
            new CellRange(sheet.Name, headRow, FirstPeriod, headRow, last).Absolute, [.. kpi.Series.Select(p => p.Period)],
            new CellRange(sheet.Name, row, FirstPeriod, row, last).Absolute, values, own ? Palette.Blue : key == "line.centre" ? Palette.Grey : Palette.Red)
        {
            Format = format, Dashed = !own,
        };
    }

    private static void Chart(SheetDraft sheet, Kpi kpi, IReadOnlyList<ChartSeries> series, int topRow, int left, int right)
    {
        var title = sheet.Words.Get("tile." + kpi.Id);
        var chart = new NativeChart(title, series) { ValueFormat = NumberFormats.Excel(kpi.Unit), FromZero = false };
        sheet.Draft.Charts.Add(new PlacedChart(sheet.Name, chart, left, topRow - 1, right, topRow - 1 + ChartRows));
    }
}
