using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>The map of importance against performance as a native scatter chart on the table's cells, cut into its four quadrants.</summary>
internal static class ImprovementScatter
{
    private const double PointPixels = 7;
    private const double LabelHeight = 14;
    private const double UnitPixels = 5.6;
    private const double RowPixels = 20.5;
    private static readonly string[] Sides = ["r", "l", "t", "b"];
    private const int Spare = ImprovementSheet.LastColumn + 2;

    /// <summary>Whether a point has both places.</summary>
    public static bool IsDrawn(ImprovementPoint point) => point is { Importance.State: FigureState.Known, Performance.State: FigureState.Known };

    /// <summary>Places the chart above the table.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="improvement">What is improved.</param>
    /// <param name="map">The map.</param>
    /// <param name="title">Title.</param>
    /// <param name="first">First row of the table.</param>
    /// <param name="top">First row of the chart.</param>
    /// <param name="rows">Its rows.</param>
    public static void Draw(SheetDraft sheet, ImprovementSection improvement, ImprovementMap map, string title, int first, int top, int rows)
    {
        var words = sheet.Words;
        var drawn = map.Points.Select((point, i) => (Point: point, Row: first + i)).Where(p => IsDrawn(p.Point)).ToArray();
        var across = Axis(
            ImprovementSheet.ImportanceName(improvement, words), drawn.Select(p => p.Point.Importance.Value!.Value), map.ImportanceCut,
            improvement.Basis == ImportanceBasis.Model ? "0.00" : "0%");
        var up = Axis(words.Get("head.performance"), drawn.Select(p => p.Point.Performance.Value!.Value), map.PerformanceCut, "0");
        var labels = Labels(
            map,
            drawn.Select(p => (p.Point.Rank, words.Label(p.Point.Name), p.Point.Importance.Value!.Value, p.Point.Performance.Value!.Value)).ToArray(),
            across, up, rows * RowPixels);
        sheet.Put(first - 1, Spare, words.Get("chart.labels"), CellLook.Note, measure: false);
        var points = drawn.Select((p, i) =>
        {
            var mark = ImprovementSheet.Mark(p.Point.Quadrant);
            sheet.Put(p.Row, Spare, labels[i].Text, CellLook.Note, measure: false);
            return new ScatterPoint(
                CellRange.Cell(sheet.Name, p.Row, Spare).Absolute, labels[i].Text,
                CellRange.Cell(sheet.Name, p.Row, ImprovementSheet.Importance).Absolute, p.Point.Importance.Value!.Value,
                CellRange.Cell(sheet.Name, p.Row, ImprovementSheet.Performance).Absolute, p.Point.Performance.Value!.Value, Palette.OfMark(mark),
                p.Point.IsBoundary ? Palette.FaintOfMark(mark) : Palette.OfMark(mark), labels[i].Side);
        });
        var plot = new ScatterPlot([.. points], Cuts(sheet, map, across, up, first), across, up);
        sheet.Draft.Charts.Add(new PlacedChart(
            sheet.Name, new NativeChart(title, []) { Scatter = plot }, 0, top - 1, ImprovementSheet.LastColumn, top - 1 + rows));
    }

    private static ScatterAxis Axis(string title, IEnumerable<double> values, double cut, string format)
    {
        double[] all = [.. values, cut];
        var margin = (all.Max() - all.Min()) * 0.08;
        var scale = ValueAxisScale.Covering(all.Min() - margin, all.Max() + margin);
        return new ScatterAxis(title, Math.Round(scale.Minimum, 10), Math.Round(scale.Maximum, 10), Math.Round(scale.Step, 10), format);
    }

    /// <summary>The two cuts, from cells beside the printed page.</summary>
    private static ScatterLine[] Cuts(SheetDraft sheet, ImprovementMap map, ScatterAxis across, ScatterAxis up, int first)
    {
        var look = CellLook.Note with { Format = "0.0000" };
        (double Across, double Up)[] ends =
        [
            (map.ImportanceCut, up.Minimum), (map.ImportanceCut, up.Maximum), (across.Minimum, map.PerformanceCut),
            (across.Maximum, map.PerformanceCut),
        ];
        sheet.Sheet.Cell(first - 1, Spare + 1).SetValue(sheet.Words.Get("chart.cuts")).Style = sheet.Draft.Style(CellLook.Note);
        for (var i = 0; i < ends.Length; i++)
        {
            sheet.Sheet.Cell(first + i, Spare + 1).SetValue(ends[i].Across).Style = sheet.Draft.Style(look);
            sheet.Sheet.Cell(first + i, Spare + 2).SetValue(ends[i].Up).Style = sheet.Draft.Style(look);
        }

        ScatterLine Line(int from, string key) => new(
            sheet.Words.Get(key), new CellRange(sheet.Name, first + from, Spare + 1, first + from + 1, Spare + 1).Absolute,
            [ends[from].Across, ends[from + 1].Across],
            new CellRange(sheet.Name, first + from, Spare + 2, first + from + 1, Spare + 2).Absolute, [ends[from].Up, ends[from + 1].Up]);
        return [Line(0, "chart.cutImportance"), Line(2, "chart.cutPerformance")];
    }

    /// <summary>A label for each point and the side where it lies on no other; where every side is taken, the rank alone.</summary>
    private static List<(string Text, string Side)> Labels(
        ImprovementMap map, (int Rank, string Name, double Across, double Up)[] points, ScatterAxis across, ScatterAxis up, double height)
    {
        const double width = 900;
        double X(double value) => 60 + ((width - 90) * (value - across.Minimum) / (across.Maximum - across.Minimum));
        double Y(double value) => 34 + ((height - 84) * (1 - ((value - up.Minimum) / (up.Maximum - up.Minimum))));
        var places = points.Select(p => (X: X(p.Across), Y: Y(p.Up))).ToArray();
        List<Box> taken =
        [
            .. places.Select(p => new Box(p.X - PointPixels, p.Y - PointPixels, p.X + PointPixels, p.Y + PointPixels)),
            new Box(X(map.ImportanceCut) - 1, 0, X(map.ImportanceCut) + 1, height),
            new Box(0, Y(map.PerformanceCut) - 1, width, Y(map.PerformanceCut) + 1),
        ];
        var labels = new List<(string, string)>();
        for (var i = 0; i < points.Length; i++)
        {
            var rank = NumberFormats.Fixed(points[i].Rank, 0);
            var (text, side, box) = new[] { $"{rank} {points[i].Name}", rank }
                .SelectMany(t => Sides.Select(s => (Text: t, Side: s, Box: Place(places[i], SheetText.Width(t) * UnitPixels, s))))
                .Where(c => c.Box.Left > 60 && c.Box.Right < width - 10 && !taken.Exists(c.Box.Overlaps))
                .FirstOrDefault((rank, "r", Place(places[i], rank.Length * UnitPixels, "r")));
            taken.Add(box);
            labels.Add((text, side));
        }

        return labels;
    }

    private static Box Place((double X, double Y) point, double width, string side) => side switch
    {
        "r" => new Box(point.X + PointPixels, point.Y - (LabelHeight / 2), point.X + PointPixels + width, point.Y + (LabelHeight / 2)),
        "l" => new Box(point.X - PointPixels - width, point.Y - (LabelHeight / 2), point.X - PointPixels, point.Y + (LabelHeight / 2)),
        "t" => new Box(point.X - (width / 2), point.Y - PointPixels - LabelHeight, point.X + (width / 2), point.Y - PointPixels),
        _ => new Box(point.X - (width / 2), point.Y + PointPixels, point.X + (width / 2), point.Y + PointPixels + LabelHeight),
    };
}
