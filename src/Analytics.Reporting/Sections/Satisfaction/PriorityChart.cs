using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>Importance against performance in four tinted quadrants, intervals as thin lines, with a ranked list beside it that names every point.</summary>
internal static class PriorityChart
{
    private const double PlotLeft = 74;
    private const double PlotRight = 700;
    private const double ListLeft = 728;
    private const double SheetWidth = 1100;
    private const double RowHeight = 19;
    private const int MostListed = 30;
    private const double Radius = 5.5;

    /// <summary>The chart of the items, or of the constructs.</summary>
    public static ChartPlan Plan(ImprovementSection improvement, ImprovementMap map, bool items, ChartContext context) => new(
        items ? "satisfaction-priorities.svg" : "satisfaction-priorities-constructs.svg",
        Title(improvement, items, context),
        map.Points.Count(IsDrawn) > 1 ? null : context.Get("none.few-points"),
        () => Draw(improvement, map, items, context));

    private static string Title(ImprovementSection improvement, bool items, ChartContext context)
        => context.Get(items ? "priority.items" : "priority.constructs", context.Words.Label(improvement.Target));

    private static string Draw(ImprovementSection improvement, ImprovementMap map, bool items, ChartContext context)
    {
        var words = context.Words;
        var title = Title(improvement, items, context);
        var sheet = new ChartSheet(SheetWidth);
        var subtitle = context.Subtitle(context.Get("priority.cut", words.Get("improvement.cut." + improvement.Cut)));
        var top = Heading.Draw(sheet, title, subtitle, Keys(map, context)) + 12;
        var drawn = map.Points.Where(IsDrawn).ToArray();
        var height = Math.Max(430, (Math.Min(drawn.Length, MostListed) + 2) * RowHeight);
        var (across, up) = (Scale(drawn.Select(p => p.Importance), map.ImportanceCut), Scale(drawn.Select(p => p.Performance), map.PerformanceCut));
        double X(double value) => PlotLeft + ((PlotRight - PlotLeft) * across.Position(value));
        double Y(double value) => top + (height * (1 - up.Position(value)));
        Zones(sheet, context, (X(map.ImportanceCut), Y(map.PerformanceCut)), top, height);
        var unit = improvement.Basis == ImportanceBasis.Model ? MeasureUnit.Score : MeasureUnit.Share;
        Axes(sheet, improvement, across, up, unit, context, X, Y, top + height);
        Points(sheet, drawn, context, unit, X, Y);
        List(sheet, drawn, context, unit, top);
        var end = sheet.Paragraph(
            Heading.Margin, top + height + 66, context.Get("priority.note", context.Level), TextStyle.Note, SheetWidth - (2 * Heading.Margin));
        return sheet.Finish(end + 4, words.Language, title, context.Join(drawn.Take(5).Select(p => Sentence(p, context))));
    }

    private static string Sentence(ImprovementPoint point, ChartContext context) => context.Get(
        "priority.item", point.Rank, context.Words.Label(point.Name), NumberFormats.Fixed(point.Performance.Value!.Value, 2),
        context.Words.Get("quadrant." + point.Quadrant));

    private static bool IsDrawn(ImprovementPoint point) => point is { Importance.State: FigureState.Known, Performance.State: FigureState.Known };

    private static string Mark(ImprovementQuadrant quadrant) => ImprovementSheet.Mark(quadrant);

    private static string Colour(ImprovementQuadrant quadrant) => "#" + Palette.OfMark(Mark(quadrant));

    private static List<Legend.Key> Keys(ImprovementMap map, ChartContext context)
    {
        var keys = Enum.GetValues<ImprovementQuadrant>()
            .Select(q => new Legend.Key(Legend.Swatch.Mark, Colour(q), context.Words.Get("quadrant." + q), Mark(q)))
            .ToList();
        keys.Add(new(Legend.Swatch.Whisker, "#" + Palette.Grey, context.Get("interval", context.Level)));
        if (map.Points.Any(p => p.IsBoundary))
        {
            keys.Add(new(Legend.Swatch.Mark, "#" + Palette.Grey, context.Get("priority.boundary"), "○"));
        }

        return keys;
    }

    private static ValueAxisScale Scale(IEnumerable<Figure> figures, double cut)
    {
        var values = figures.SelectMany(f => new[] { f.Value, f.Lower, f.Upper }).OfType<double>().Append(cut).ToList();
        return ValueAxisScale.Covering(values.Min(), values.Max(), 6);
    }

    private static void Zones(ChartSheet sheet, ChartContext context, (double X, double Y) cut, double top, double height)
    {
        var bottom = top + height;
        (ImprovementQuadrant Quadrant, Box Box)[] zones =
        [
            (ImprovementQuadrant.Maintain, new Box(PlotLeft, top, cut.X, cut.Y)),
            (ImprovementQuadrant.KeepUp, new Box(cut.X, top, PlotRight, cut.Y)),
            (ImprovementQuadrant.ImproveNext, new Box(PlotLeft, cut.Y, cut.X, bottom)),
            (ImprovementQuadrant.ImproveFirst, new Box(cut.X, cut.Y, PlotRight, bottom)),
        ];
        foreach (var (quadrant, box) in zones)
        {
            Zone(sheet, context, quadrant, box, isRight: box.Left > PlotLeft, isLow: box.Top > top);
        }

        sheet.Line(cut.X, top, cut.X, bottom, "#" + Palette.Grey, 1.2, "6 4");
        sheet.Line(PlotLeft, cut.Y, PlotRight, cut.Y, "#" + Palette.Grey, 1.2, "6 4");
        sheet.Reserve(new Box(cut.X - 1, top, cut.X + 1, bottom));
        sheet.Reserve(new Box(PlotLeft, cut.Y - 1, PlotRight, cut.Y + 1));
    }

    private static void Zone(ChartSheet sheet, ChartContext context, ImprovementQuadrant quadrant, Box box, bool isRight, bool isLow)
    {
        var (width, height) = (box.Right - box.Left, box.Bottom - box.Top);
        sheet.Rect(box.Left, box.Top, width, height, "#" + Palette.GroundOfMark(Mark(quadrant)));
        var name = Mark(quadrant) + " " + context.Words.Get("quadrant." + quadrant);
        if (width <= TextStyle.Value.Width(name) + 16 || height <= 24)
        {
            return;
        }

        var (x, baseline) = (isRight ? box.Right - 8 : box.Left + 8, isLow ? box.Bottom - 8 : box.Top + 17);
        sheet.Text(x, baseline, name, TextStyle.Value, isRight ? Anchor.End : Anchor.Start, Colour(quadrant));
    }

    private static void Axes(
        ChartSheet sheet, ImprovementSection improvement, ValueAxisScale across, ValueAxisScale up, MeasureUnit unit, ChartContext context,
        Func<double, double> x, Func<double, double> y, double bottom)
    {
        foreach (var tick in across.Ticks)
        {
            sheet.Line(x(tick), bottom, x(tick), bottom + 5, "#" + Palette.Axis);
            sheet.Text(x(tick), bottom + 19, ChartContext.Tick(tick, across.Step, unit), TextStyle.Axis, Anchor.Middle);
        }

        foreach (var tick in up.Ticks)
        {
            sheet.Line(PlotLeft - 5, y(tick), PlotLeft, y(tick), "#" + Palette.Axis);
            sheet.Text(PlotLeft - 9, y(tick) + 4, ChartContext.Tick(tick, up.Step, MeasureUnit.Score), TextStyle.Axis, Anchor.End);
        }

        sheet.Text((PlotLeft + PlotRight) / 2, bottom + 42, ImprovementSheet.ImportanceName(improvement, context.Words), TextStyle.Axis, Anchor.Middle);
        var title = Svg.Text(22, y((up.Minimum + up.Maximum) / 2), context.Words.Get("head.performance"), TextStyle.Axis, Anchor.Middle);
        title.SetAttributeValue("transform", $"rotate(-90 22 {Svg.Number(y((up.Minimum + up.Maximum) / 2))})");
        sheet.Add(title);
    }

    private static void Points(
        ChartSheet sheet, ImprovementPoint[] points, ChartContext context, MeasureUnit unit, Func<double, double> x, Func<double, double> y)
    {
        foreach (var point in points)
        {
            var (px, py) = (x(point.Importance.Value!.Value), y(point.Performance.Value!.Value));
            if (point.Importance is { Lower: { } left, Upper: { } right })
            {
                Interval(sheet, x(left), py, x(right), py);
            }

            if (point.Performance is { Lower: { } low, Upper: { } high })
            {
                Interval(sheet, px, y(low), px, y(high));
            }

            sheet.Reserve(new Box(px - Radius - 1, py - Radius - 1, px + Radius + 1, py + Radius + 1));
        }

        foreach (var point in points)
        {
            var (px, py) = (x(point.Importance.Value!.Value), y(point.Performance.Value!.Value));
            var circle = Svg.Element(
                "circle", ("class", "point"), ("cx", px), ("cy", py), ("r", Radius), ("fill", point.IsBoundary ? "#fff" : Colour(point.Quadrant)),
                ("stroke", Colour(point.Quadrant)), ("stroke-width", 2.0));
            sheet.Add(circle.Titled(context.Get(
                "priority.point", context.Words.Label(point.Name), context.WithInterval(point.Importance, unit),
                context.WithInterval(point.Performance, MeasureUnit.Score), context.Words.Get("quadrant." + point.Quadrant))));
        }

        foreach (var point in points)
        {
            Named(sheet, point, context, x(point.Importance.Value!.Value), y(point.Performance.Value!.Value));
        }
    }

    private static void Interval(ChartSheet sheet, double x1, double y1, double x2, double y2)
    {
        sheet.Line(x1, y1, x2, y2, "#" + Palette.GreyInterval, 0.8);
        sheet.Reserve(new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2)));
    }

    /// <summary>Rank and name where they touch nothing, else the rank alone; the list beside names every point.</summary>
    private static void Named(ChartSheet sheet, ImprovementPoint point, ChartContext context, double x, double y)
    {
        var rank = NumberFormats.Fixed(point.Rank, 0);
        foreach (var text in (string[])[rank + " " + context.Words.Label(point.Name), rank])
        {
            var width = TextStyle.Note.Width(text);
            var (fitsRight, fitsLeft) = (x + 8 + width < PlotRight, x - 8 - width > PlotLeft);
            (double X, double Y, Anchor Anchor, bool Fits)[] places =
            [
                (x + 8, y - 5, Anchor.Start, fitsRight), (x + 8, y + 13, Anchor.Start, fitsRight),
                (x - 8, y - 5, Anchor.End, fitsLeft), (x - 8, y + 13, Anchor.End, fitsLeft),
                (x + 8, y - 18, Anchor.Start, fitsRight), (x - 8, y - 18, Anchor.End, fitsLeft),
                (x + 8, y + 26, Anchor.Start, fitsRight), (x - 8, y + 26, Anchor.End, fitsLeft),
            ];
            foreach (var place in places.Where(p => p.Fits))
            {
                if (!sheet.TryText(place.X, place.Y, text, TextStyle.Note, place.Anchor))
                {
                    continue;
                }

                sheet.Rim();
                return;
            }
        }
    }

    private static void List(ChartSheet sheet, ImprovementPoint[] points, ChartContext context, MeasureUnit unit, double top)
    {
        var right = SheetWidth - Heading.Margin;
        sheet.Text(ListLeft + 18, top + 10, context.Get("priority.rank"), TextStyle.Note);
        sheet.Text(right - 70, top + 10, context.Get("priority.performance"), TextStyle.Note, Anchor.End);
        sheet.Text(right, top + 10, context.Get("priority.effect"), TextStyle.Note, Anchor.End);
        sheet.Line(ListLeft, top + 16, right, top + 16, "#" + Palette.Axis);
        for (var i = 0; i < Math.Min(points.Length, MostListed); i++)
        {
            var (point, baseline) = (points[i], top + 16 + (RowHeight * (i + 1)) - 4);
            sheet.Text(ListLeft, baseline, Mark(point.Quadrant), TextStyle.Axis, Anchor.Start, Colour(point.Quadrant));
            sheet.Fitted(
                ListLeft + 18, baseline, NumberFormats.Fixed(point.Rank, 0) + " " + context.Words.Label(point.Name), TextStyle.Axis,
                right - 118 - ListLeft - 18);
            sheet.Text(right - 70, baseline, NumberFormats.Fixed(point.Performance.Value!.Value, 1), TextStyle.Axis, Anchor.End);
            var importance = point.Importance.Value!.Value;
            var shown = unit == MeasureUnit.Share
                ? NumberFormats.Value(importance, unit)
                : (importance < 0 ? "−" : "+") + NumberFormats.Fixed(Math.Abs(importance), 3);
            sheet.Text(right, baseline, shown, TextStyle.Axis, Anchor.End);
        }

        if (points.Length > MostListed)
        {
            sheet.Text(ListLeft + 18, top + 16 + (RowHeight * (MostListed + 1)) - 4, context.Get("more", points.Length - MostListed), TextStyle.Note);
        }
    }
}
