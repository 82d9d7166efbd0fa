using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.HeatMaps;

/// <summary>A two-way segmentation as coloured cells with their numbers and n. Hidden cells are hatched and carry no number.</summary>
public static class HeatMapChart
{
    private const double CellHeight = 44;
    /// <summary>Residual from which a cell is marked: of the dozens of cells of a map, one in twenty would pass ±1.96 by chance.</summary>
    private const double StrongResidual = 3;

    /// <summary>Draws one map as a stand-alone SVG, as <see cref="ChartFiles"/> does for every map of a report.</summary>
    /// <param name="map">At least one row and one column; cells may be absent or hidden.</param>
    /// <param name="header">Period, scope and confidence level for the subtitle.</param>
    /// <param name="words">Language and labels.</param>
    public static string Draw(HeatMap map, ReportHeader header, ReportWords words)
    {
        using var context = new ChartContext(header, words);
        return Draw(map, context);
    }

    /// <summary>The chart of a map.</summary>
    internal static ChartPlan Plan(HeatMap map, ChartContext context) => new(
        ChartPlan.FileName("heatmap", map.RowColumn, map.ColumnColumn),
        Title(map, context),
        map.RowLabels.Count == 0 || map.ColumnLabels.Count == 0 ? context.Get("none.empty") : IsAllHidden(map) ? context.Get("none.hidden") : null,
        () => Draw(map, context));

    private static string Title(HeatMap map, ChartContext context)
        => context.Get("heat.title", context.Words.Column(map.RowColumn), context.Words.Column(map.ColumnColumn));

    private static bool IsAllHidden(HeatMap map) => map.Cells.All(row => row.All(cell => cell.Value.State != FigureState.Known));

    private static string Draw(HeatMap map, ChartContext context)
    {
        var words = context.Words;
        var title = Title(map, context);
        var rows = map.RowLabels.Select(words.Label).ToList();
        var columns = map.ColumnLabels.Select(words.Label).ToList();
        var left = Math.Clamp(rows.Max(TextStyle.Axis.Width) + 44, 90, 260);
        var width = Math.Clamp(860 / columns.Count, 64, 130);
        var sheet = new ChartSheet(Math.Max(640, left + (width * columns.Count) + Heading.Margin));
        var known = map.Cells.SelectMany(r => r).Where(c => c.Value.State == FigureState.Known).Select(c => c.Value.Value!.Value).ToList();
        var highest = known.Count == 0 ? 0 : known.Max();
        var top = Heading.Draw(sheet, title, context.Subtitle(context.Get(map.Unit == MeasureUnit.Share ? "share" : "rate")), []) + 8;
        top = Scale(sheet, context, map, highest, top) + 50;
        sheet.Text(left + (width * columns.Count / 2), top - 26, context.Column(map.ColumnColumn), TextStyle.Strong, Anchor.Middle);
        for (var j = 0; j < columns.Count; j++)
        {
            sheet.Fitted(left + (width * (j + 0.5)), top - 8, columns[j], TextStyle.Axis, width - 4, Anchor.Middle);
        }

        var middle = top + (CellHeight * rows.Count / 2);
        RowTitle(sheet, context.Column(map.RowColumn), middle);
        for (var i = 0; i < rows.Count; i++)
        {
            sheet.Fitted(left - 8, top + (CellHeight * (i + 0.5)) + 4, rows[i], TextStyle.Axis, left - 44, Anchor.End);
            for (var j = 0; j < columns.Count; j++)
            {
                var cell = map.Cells[i][j];
                var hint = context.Get(
                    "heat.cell", words.Column(map.RowColumn), rows[i], words.Column(map.ColumnColumn), columns[j], Shown(cell.Value, map.Unit, context),
                    words.Figure(cell.Complaints, MeasureUnit.Count), words.Figure(cell.Subscribers, MeasureUnit.Count),
                    words.Figure(cell.AdjustedResidual, MeasureUnit.Score));
                var box = new Box(left + (width * j), top + (CellHeight * i), left + (width * (j + 1)), top + (CellHeight * (i + 1)));
                Cell(sheet, cell, box, highest, map.Unit, context, hint);
            }
        }

        var end = sheet.Paragraph(
            Heading.Margin, top + (CellHeight * rows.Count) + 24, context.Get("heat.note"), TextStyle.Note, sheet.Width - (2 * Heading.Margin));
        return sheet.Finish(end + 4, words.Language, title, Description(map, rows, columns, context));
    }

    private static string Shown(Figure figure, MeasureUnit unit, ChartContext context)
        => figure.State == FigureState.Known ? context.WithInterval(figure, unit) : context.Words.WhyMissing(figure);

    private static void RowTitle(ChartSheet sheet, string title, double middle)
    {
        var text = Svg.Text(28, middle, title, TextStyle.Strong, Anchor.Middle);
        text.SetAttributeValue("transform", $"rotate(-90 28 {Svg.Number(middle)})");
        sheet.Add(text);
    }

    /// <summary>The colour scale from zero to the highest cell, and the keys of hatching and marks.</summary>
    private static double Scale(ChartSheet sheet, ChartContext context, HeatMap map, double highest, double y)
    {
        const double length = 180;
        if (highest > 0)
        {
            for (var i = 0; i < 36; i++)
            {
                sheet.Rect(Heading.Margin + (i * length / 36), y, (length / 36) + 0.3, 12, "#" + Palette.Sequential((i + 0.5) / 36));
            }

            sheet.Text(Heading.Margin, y + 27, NumberFormats.Value(0, map.Unit), TextStyle.Note);
            sheet.Text(Heading.Margin + (length / 2), y + 27, NumberFormats.Value(highest / 2, map.Unit), TextStyle.Note, Anchor.Middle);
            sheet.Text(Heading.Margin + length, y + 27, NumberFormats.Value(highest, map.Unit), TextStyle.Note, Anchor.End);
        }

        var x = Heading.Margin + length + 30;
        var cells = map.Cells.SelectMany(r => r).ToList();
        var keys = new List<string>();
        if (cells.Exists(c => c.Value.State == FigureState.Suppressed))
        {
            var swatch = Svg.Rect(x, y, 18, 12, "url(#hidden)");
            sheet.Add(swatch);
            sheet.Text(x + 24, y + 10, context.Get("hidden", context.Header.MinimumCell), TextStyle.Note);
        }

        if (cells.Exists(c => c.Value.State == FigureState.Absent))
        {
            keys.Add(context.Get("heat.absent"));
        }

        if (cells.Exists(IsStrong))
        {
            keys.Add(context.Get("heat.marked"));
        }

        sheet.Text(x, y + 27, string.Join(context.Get("subtitle.separator"), keys), TextStyle.Note);
        return y + 32;
    }

    private static bool IsStrong(HeatMapCell cell)
        => cell.AdjustedResidual is { State: FigureState.Known, Value: { } z } && Math.Abs(z) > StrongResidual && cell.Value.State == FigureState.Known;

    private static void Cell(ChartSheet sheet, HeatMapCell cell, Box box, double highest, MeasureUnit unit, ChartContext context, string hint)
    {
        var value = cell.Value.State == FigureState.Known ? cell.Value.Value!.Value : (double?)null;
        var t = value is { } v && highest > 0 ? v / highest : 0;
        var fill = cell.Value.State switch { FigureState.Suppressed => "url(#hidden)", FigureState.Absent => "#ffffff", _ => "#" + Palette.Sequential(t) };
        var rect = Svg.Element(
            "rect", ("class", "cell"), ("x", box.Left), ("y", box.Top), ("width", box.Right - box.Left), ("height", box.Bottom - box.Top),
            ("fill", fill), ("stroke", "#fff"), ("stroke-width", 2.0));
        sheet.Add(rect.Titled(hint));
        var x = (box.Left + box.Right) / 2;
        if (value is null)
        {
            sheet.Text(x, box.Top + 27, cell.Value.State == FigureState.Suppressed ? Marks.Suppressed : Marks.Absent, TextStyle.Axis, Anchor.Middle);
            return;
        }

        var white = Palette.NeedsWhiteText(t) ? "#ffffff" : "#" + Palette.ChartInk;
        var text = NumberFormats.Value(value.Value, unit);
        var mark = IsStrong(cell) ? (cell.AdjustedResidual.Value > 0 ? " ▲" : " ▼") : "";
        sheet.Text(x, box.Top + 19, text + mark, TextStyle.Value, Anchor.Middle, white);
        if (cell.Complaints.State == FigureState.Known)
        {
            sheet.Text(x, box.Top + 35, context.Get("heat.n", context.Words.Figure(cell.Complaints, MeasureUnit.Count)), TextStyle.Note, Anchor.Middle, white);
        }
    }

    private static string Description(HeatMap map, List<string> rows, List<string> columns, ChartContext context)
    {
        var cells = map.Cells.SelectMany((row, i) => row.Select((cell, j) => (Row: rows[i], Column: columns[j], Figure: cell.Value))).ToList();
        var hidden = cells.Count(c => c.Figure.State == FigureState.Suppressed);
        var known = cells.Where(c => c.Figure.State == FigureState.Known).OrderByDescending(c => c.Figure.Value).ToList();
        if (known.Count == 0)
        {
            return context.Get("heat.description.none", hidden);
        }

        var (row, column) = (context.Words.Column(map.RowColumn), context.Words.Column(map.ColumnColumn));
        return context.Get("heat.description", row, known[0].Row, column, known[0].Column, context.WithInterval(known[0].Figure, map.Unit),
            row, known[^1].Row, column, known[^1].Column, context.WithInterval(known[^1].Figure, map.Unit), hidden);
    }
}
