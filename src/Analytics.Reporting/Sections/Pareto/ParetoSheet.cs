using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Pareto;

/// <summary>Sheet 03: every Pareto as a table, those of whole levels with a native combination chart.</summary>
internal static class ParetoSheet
{
    private const int Label = 2;
    private const int Value = 3;
    private const int Cumulative = 7;
    private const int TableColumns = 10;
    private const int ChartColumns = 7;
    private const int ChartRows = 15;
    private const int WidestChartLabel = 20;

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        sheet.Heading("pareto.title");
        sheet.Note(sheet.Words.Get("legend.pareto"));
        sheet.Row++;
        var paretos = sheet.Draft.Report.Paretos;
        if (paretos.Count == 0)
        {
            sheet.Note(sheet.Words.Get("empty.table"));
        }

        for (var i = 0; i < paretos.Count; i++)
        {
            Table(sheet, paretos[i], ParetoOutput.TotalName(i));
        }

        sheet.ExplainMissing();
        sheet.Measure(Label, 22);
        for (var column = TableColumns + 1; column <= TableColumns + ChartColumns; column++)
        {
            sheet.Width(column, 11);
        }

        sheet.Finish(frozenRows: 2);
    }

    /// <summary>Title of a Pareto: level and measure.</summary>
    public static string Title(ParetoTable table, ReportWords words) => words.Get(
        "pareto.table",
        table.Level == "cause-in-category" ? words.Get("level.cause-in-category", words.Label(table.Within)) : words.Get("level." + table.Level),
        words.Measure(table.Measure));

    private static void Table(SheetDraft sheet, ParetoTable table, string totalName)
    {
        var (words, unit) = (sheet.Words, ParetoOutput.Unit(table.Measure));
        var top = sheet.Row;
        sheet.Section(Title(table, words));
        string[] keys = ["rank", "label", "value", "share", "lower", "upper", "cumulative", "class", "probabilityA", "change"];
        string[] heads = [.. keys.Select(k => words.Get("head." + k))];
        heads[2] = words.Get("head.withUnit", words.Measure(table.Measure), words.Unit(unit));
        sheet.Header(1, heads);
        var first = sheet.Row;
        foreach (var item in table.Items)
        {
            Item(sheet, item, unit);
        }

        Total(sheet, table, unit, first, totalName);
        if (table.Level != "cause-in-category" && table.Items.Count > 0)
        {
            Chart(sheet, table, unit, first, top);
            sheet.Row = Math.Max(sheet.Row, top + RowsOfChart(table) + 1);
        }

        sheet.Row++;
    }

    /// <summary>Many labels stand aslant and need room.</summary>
    private static int RowsOfChart(ParetoTable table) => table.Items.Count > 8 ? ChartRows + 2 : ChartRows;

    private static void Item(SheetDraft sheet, ParetoItem item, MeasureUnit unit)
    {
        var row = sheet.Row++;
        sheet.Put(row, 1, item.Rank, CellLook.Centred with { Format = "0;;\"–\"" });
        sheet.Put(row, Label, sheet.Words.Label(item), CellLook.Text);
        sheet.Put(row, Value, item.Value, CellLook.Number(NumberFormats.Excel(unit)));
        sheet.WithBounds(row, 4, item.Share, MeasureUnit.Share);
        sheet.Put(row, Cumulative, item.CumulativeShare, CellLook.Number("0.0%"));
        sheet.Put(
            row, 8, item.Class.ToString(),
            CellLook.Centred with { Bold = true, Fill = Palette.Of(item.Class), Ink = item.Class == ParetoClass.A ? Palette.White : Palette.Ink });
        sheet.Put(row, 9, item.ProbabilityInA, CellLook.Number("0%"));
        sheet.Change(row, TableColumns, item.Change, unit);
    }

    private static void Total(SheetDraft sheet, ParetoTable table, MeasureUnit unit, int first, string name)
    {
        var (row, look) = (sheet.Row++, new CellLook(Bold: true, Top: true));
        for (var column = 1; column <= TableColumns; column++)
        {
            sheet.Put(row, column, column == Label ? sheet.Words.Get("total") : "", look);
        }

        var number = look with { Format = NumberFormats.Excel(unit) };
        if (table.Items.Count == 0)
        {
            sheet.Put(row, Value, table.Total, number);
        }
        else
        {
            sheet.Live(row, Value, table.Total, $"SUM({new CellRange(sheet.Name, first, Value, row - 1, Value).Local})", number);
        }

        sheet.Sheet.Cell(row, Value).AddToNamed(name);
    }

    /// <summary>
    /// Column a chart takes its labels from: the table's own, or shortened ones beside the printed page, since long labels would leave no room for the
    /// bars.
    /// </summary>
    private static int LabelColumn(SheetDraft sheet, ParetoTable table, string[] shortened, int first)
    {
        if (table.Items.Select(i => sheet.Words.Label(i)).SequenceEqual(shortened, StringComparer.Ordinal))
        {
            return Label;
        }

        var column = TableColumns + ChartColumns + 2;
        sheet.Put(first - 1, column, sheet.Words.Get("chart.labels"), CellLook.Note, measure: false);
        for (var i = 0; i < shortened.Length; i++)
        {
            sheet.Put(first + i, column, shortened[i], CellLook.Note, measure: false);
        }

        return column;
    }

    private static void Chart(SheetDraft sheet, ParetoTable table, MeasureUnit unit, int first, int top)
    {
        var words = sheet.Words;
        int[] rows = [.. Enumerable.Range(first, table.Items.Count)];
        string[] labels = [.. table.Items.Select(i => SheetText.Shortened(words.Label(i), WidestChartLabel))];
        var categories = CellRange.Rows(sheet.Name, LabelColumn(sheet, table, labels, first), rows);
        var format = NumberFormats.Excel(unit);
        var bars = new ChartSeries(
            ChartKind.Column, words.Measure(table.Measure), categories, labels, CellRange.Rows(sheet.Name, Value, rows),
            [.. table.Items.Select(i => (double?)i.Value)], Palette.Of(ParetoClass.A))
        {
            Format = format, ShowValues = table.Items.Count <= 10, PointColours = [.. table.Items.Select(i => Palette.Of(i.Class))],
        };
        var line = new ChartSeries(
            ChartKind.Line, words.Get("head.cumulative"), categories, labels, CellRange.Rows(sheet.Name, Cumulative, rows),
            [.. table.Items.Select(i => (double?)i.CumulativeShare)], Palette.Orange)
        {
            Format = "0%", Secondary = true,
        };
        var chart = new NativeChart(Title(table, words), [bars, line])
        {
            ValueTitle = words.Unit(unit), ValueFormat = unit == MeasureUnit.Count ? format : "#,##0", SecondMaximum = 1, Gap = 30,
        };
        sheet.Draft.Charts.Add(new PlacedChart(sheet.Name, chart, TableColumns, top - 1, TableColumns + ChartColumns, top - 1 + RowsOfChart(table)));
    }
}
