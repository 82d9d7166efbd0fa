using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>The index over its waves: a table on sheet 07, and a line between the bounds of its interval beside the chart of the constructs.</summary>
internal static class ModelTrend
{
    private const int FirstColumn = 6;
    private static readonly string[] Lines = ["line.value", "head.lower", "head.upper"];

    /// <summary>Whether two waves or more have an index.</summary>
    public static bool CanDraw(SatisfactionModel model) => model.Trend.Count(p => p.Figure.State == FigureState.Known) > 1;

    /// <summary>
    /// Keeps the place of the chart: it stands beside that of the constructs, but the cells it is bound to come further down and are not written yet.
    /// </summary>
    public static void Reserve(SheetDraft sheet, int top, int rows)
        => sheet.Draft.Charts.Add(new PlacedChart(sheet.Name, new NativeChart("", []), FirstColumn, top - 1, ModelSheet.LastColumn, top - 1 + rows));

    /// <summary>Writes the table at the cursor and fills the chart that was reserved.</summary>
    public static void Fill(SheetDraft sheet, SatisfactionModel model)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("model.trend", words.Label(model.Target)), words.Get("model.trendNote"));
        if (model.Trend.Count == 0)
        {
            sheet.Note(words.Get("empty.none"));
            return;
        }

        string[] keys = ["period", "index", "lower", "upper", "n", "reason"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var first = sheet.Row;
        foreach (var point in model.Trend)
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, point.Period, CellLook.Text);
            Values(sheet, at, point.Figure);
        }

        sheet.Row++;
        var place = sheet.Draft.Charts.FindIndex(c => c.Sheet == sheet.Name && c.Chart.Series.Count == 0);
        if (place >= 0)
        {
            sheet.Draft.Charts[place] = sheet.Draft.Charts[place] with { Chart = Chart(sheet, model, first) };
        }
    }

    /// <summary>Cells without a value stay empty: a mark in them would be drawn as zero.</summary>
    private static void Values(SheetDraft sheet, int row, Figure figure)
    {
        double?[] values = [figure.Value, figure.Lower, figure.Upper];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                sheet.Put(row, 2 + i, value, CellLook.Number("0.00"));
            }
            else
            {
                sheet.Sheet.Cell(row, 2 + i).Style = sheet.Draft.Style(CellLook.Text with { Fill = Palette.PaleGrey });
            }
        }

        sheet.SampleSize(row, 5, figure);
        sheet.Put(row, 6, sheet.Words.WhyMissing(figure), CellLook.Note, measure: false);
    }

    private static NativeChart Chart(SheetDraft sheet, SatisfactionModel model, int first)
    {
        var words = sheet.Words;
        var last = first + model.Trend.Count - 1;
        string Column(int column) => new CellRange(sheet.Name, first, column, last, column).Absolute;
        Func<Figure, double?>[] values = [f => f.Value, f => f.Lower, f => f.Upper];
        var series = values.Select((value, i) => new ChartSeries(
            ChartKind.Line, i == 0 ? words.Label(model.Target) : words.Get(Lines[i]), Column(1), [.. model.Trend.Select(p => p.Period)],
            Column(2 + i), [.. model.Trend.Select(p => value(p.Figure))], i == 0 ? Palette.Blue : Palette.Deep)
        {
            Format = "0.0", Dashed = i > 0,
        });
        return new NativeChart(words.Get("model.trendChart", words.Label(model.Target)), [.. series]) { ValueFormat = "0.0", FromZero = false };
    }
}
