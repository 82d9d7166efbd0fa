using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Survey;

/// <summary>Sheet 07b: survey items on 0–100 with intervals, top-two-box and n, in all and by brand.</summary>
internal static class SurveySheet
{
    private const int FewestChartRows = 10;
    private const int MostChartRows = 26;
    private const int Score = 4;
    private const int LastColumn = 12;

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Heading("survey.title");
        sheet.Note(words.Get("survey.note"));
        var items = sheet.Draft.Report.Survey;
        var charted = items.Select((item, i) => (Item: item, Index: i)).Where(x => x.Item is { Group: null, Score.State: FigureState.Known }).ToArray();
        var chartTop = ++sheet.Row;
        sheet.Row += charted.Length > 1 ? RowsOfChart(charted.Length) + 1 : 0;
        string[] keys = ["item", "group", "scale", "score", "lower", "upper", "n", "topTwo", "lower", "upper", "n", "previous"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var first = sheet.Row;
        foreach (var item in items)
        {
            Row(sheet, item);
        }

        if (items.Count == 0)
        {
            sheet.Note(words.Get("empty.table"));
        }

        if (charted.Length > 1)
        {
            Chart(sheet, [.. charted.Select(x => x.Item)], [.. charted.Select(x => first + x.Index)], chartTop);
        }

        sheet.ExplainMissing();
        sheet.Measure(1, 20);
        sheet.Finish(frozenRows: 2, frozenColumns: 1, lastColumn: LastColumn);
    }

    /// <summary>Room for every item's bar and the title.</summary>
    private static int RowsOfChart(int items) => Math.Clamp(items + 4, FewestChartRows, MostChartRows);

    private static void Row(SheetDraft sheet, SurveyItem item)
    {
        var (at, words) = (sheet.Row++, sheet.Words);
        sheet.Put(at, 1, words.Label(item.Item), CellLook.Text with { Bold = item.Group is null, Indent = item.Group is null ? 0 : 1 });
        sheet.Put(at, 2, item.Group is null ? words.Get("label.all") : words.Label(item.Group), CellLook.Text);
        sheet.Put(at, 3, $"{NumberFormats.Fixed(item.ScaleMinimum, 0)}–{NumberFormats.Fixed(item.ScaleMaximum, 0)}", CellLook.Centred);
        sheet.WithBounds(at, Score, item.Score, MeasureUnit.Score);
        sheet.SampleSize(at, 7, item.Score);
        sheet.WithBounds(at, 8, item.TopTwoBox, MeasureUnit.Share);
        sheet.SampleSize(at, 11, item.TopTwoBox);
        sheet.Put(at, LastColumn, item.Previous, MeasureUnit.Score);
    }

    private static void Chart(SheetDraft sheet, IReadOnlyList<SurveyItem> items, int[] rows, int top)
    {
        var words = sheet.Words;
        var series = new ChartSeries(
            ChartKind.Bar, words.Get("head.score"), CellRange.Rows(sheet.Name, 1, rows), [.. items.Select(i => words.Label(i.Item))],
            CellRange.Rows(sheet.Name, Score, rows), [.. items.Select(i => i.Score.Value)], Palette.Deep)
        {
            Format = "0.0", ShowValues = true,
            Errors = sheet.ErrorBars(rows, Score, LastColumn + 2, [.. items.Select(i => i.Score)]),
        };
        var chart = new NativeChart(words.Get("survey.chart"), [series]) { ValueFormat = "0" };
        sheet.Draft.Charts.Add(new PlacedChart(sheet.Name, chart, 0, top - 1, LastColumn, top - 1 + RowsOfChart(items.Count)));
    }
}
