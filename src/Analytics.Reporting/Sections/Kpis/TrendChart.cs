using System.Globalization;
using System.Xml.Linq;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Charts.Plots;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.Kpis;

/// <summary>A measure over the trailing window with its intervals, the window's mean and the control limits that judge the newest point.</summary>
internal static class TrendChart
{
    private const int PlotHeight = 330;
    private const int RightRoom = 130;

    /// <summary>The chart of a measure.</summary>
    public static ChartPlan Plan(Kpi kpi, ChartContext context) => new(
        ChartPlan.FileName("trend", ChartPlan.Hyphenated(kpi.Id.ToString())),
        Title(kpi, context),
        CanDraw(kpi) ? null : context.Get("none.short"),
        () => Draw(kpi, context));

    private static string Title(Kpi kpi, ChartContext context) => context.Get("trend.title", context.Words.Kpi(kpi.Id));

    private static string Draw(Kpi kpi, ChartContext context)
    {
        var words = context.Words;
        var name = words.Kpi(kpi.Id);
        var title = Title(kpi, context);
        var sheet = new ChartSheet(960);
        var verdict = Marks.Of(kpi.Signal) + " " + words.SignalWord(kpi.Signal);
        var top = Heading.Draw(sheet, title, context.Subtitle(context.WithInterval(kpi.Current, kpi.Unit) + " " + verdict), Keys(kpi, context));
        var scale = Scale(kpi);
        var plot = Plot(kpi, scale, (int)sheet.Width - RightRoom, context.Plots);
        var origin = (X: plot.Left + 10, Y: top + plot.Top);
        var step = plot.Width / kpi.Series.Count;
        double X(int i) => origin.X + (step * (i + 0.5));
        double Y(double value) => origin.Y + (plot.Height * (1 - scale.Position(value)));
        Limits(sheet, kpi, context, (origin.X, origin.X + plot.Width), Y);
        Intervals(sheet, kpi, X, Y);
        sheet.Add(Placed(plot, origin, kpi, context));
        sheet.Text(Heading.Margin, origin.Y - 14, context.Axis(name, kpi.Unit), TextStyle.Axis);
        Missing(sheet, kpi, context, X, origin.Y + plot.Height);
        Newest(sheet, kpi, X(kpi.Series.Count - 1), Y, origin.Y + plot.Height);
        var bottom = Periods(sheet, kpi, X, origin.Y + plot.Height, step);
        var note = kpi.LowerLimit is null && kpi.UpperLimit is null ? "" : context.Get("trend.note", kpi.Series.Count - 1);
        var end = sheet.Paragraph(Heading.Margin, bottom + 26, note, TextStyle.Note, sheet.Width - (2 * Heading.Margin));
        return sheet.Finish(
            end + 4, words.Language, title,
            context.Get(
                "trend.description", words.Period(context.Header.Period), name, context.WithInterval(kpi.Current, kpi.Unit),
                words.SignalWord(kpi.Signal)));
    }

    /// <summary>Whether there is a line to draw: two periods with a value.</summary>
    private static bool CanDraw(Kpi kpi) => kpi.Series.Count(p => p.Figure.State == FigureState.Known) >= 2;

    private static List<Legend.Key> Keys(Kpi kpi, ChartContext context)
    {
        var keys = new List<Legend.Key> { new(Legend.Swatch.Line, "#" + Palette.Blue, context.Words.Kpi(kpi.Id)) };
        if (kpi.Series.Any(p => p.Figure.Lower is not null))
        {
            keys.Add(new(Legend.Swatch.Whisker, "#" + Palette.Blue, context.Get("interval", context.Level)));
        }

        if (kpi.LowerLimit is not null || kpi.UpperLimit is not null)
        {
            keys.Add(new(Legend.Swatch.Dashed, "#" + Palette.Red, context.Get("trend.limits")));
        }

        if (kpi.TrailingMean.State == FigureState.Known)
        {
            keys.Add(new(Legend.Swatch.Dashed, "#" + Palette.Grey, context.Get("trend.mean")));
        }

        if (kpi.Series.Any(p => p.Figure.State != FigureState.Known))
        {
            keys.Add(new(Legend.Swatch.Mark, "#" + Palette.Grey, context.Get("missing"), Marks.Suppressed));
        }

        return keys;
    }

    /// <summary>An axis over everything drawn. It starts at zero where zero is near, so that a small wobble is not blown up.</summary>
    private static ValueAxisScale Scale(Kpi kpi)
    {
        var values = kpi.Series.Select(p => p.Figure).Where(f => f.State == FigureState.Known)
            .SelectMany(f => new[] { f.Value, f.Lower, f.Upper }).Concat([kpi.LowerLimit, kpi.UpperLimit, kpi.TrailingMean.Value])
            .OfType<double>().ToList();
        var (lowest, highest) = (values.Min(), values.Max());
        return ValueAxisScale.Covering(lowest >= 0 && lowest < highest / 2 ? 0 : lowest, highest);
    }

    private static PlotMarkup Plot(Kpi kpi, ValueAxisScale scale, int width, PlotRenderer renderer)
        => PlotMarkup.From(renderer.Render<TrendPlot>(new Dictionary<string, object?>
        {
            [nameof(TrendPlot.Points)] = kpi.Series.Select(p => new TrendPoint(p.Period, p.Figure.State == FigureState.Known ? p.Figure.Value : null)).ToList(),
            [nameof(TrendPlot.Minimum)] = scale.Minimum,
            [nameof(TrendPlot.Maximum)] = scale.Maximum,
            [nameof(TrendPlot.Step)] = scale.Step,
            [nameof(TrendPlot.FormatValue)] = (Func<object, string>)(v =>
                ChartContext.Tick(Convert.ToDouble(v, CultureInfo.InvariantCulture), scale.Step, kpi.Unit)),
            [nameof(TrendPlot.LineColour)] = "#" + Palette.Blue,
            [nameof(TrendPlot.Width)] = width,
            [nameof(TrendPlot.Height)] = PlotHeight + 64,
            [nameof(TrendPlot.ShowCategories)] = false,
        }));

    private static XElement Placed(PlotMarkup plot, (double X, double Y) origin, Kpi kpi, ChartContext context)
    {
        var drawing = plot.Drawing;
        drawing.SetAttributeValue("transform", $"translate({Svg.Number(origin.X)},{Svg.Number(origin.Y)})");
        var known = kpi.Series.Where(p => p.Figure.State == FigureState.Known);
        foreach (var (marker, point) in drawing.Descendants().Where(e => e.Name.LocalName == "circle").ToList().Zip(known))
        {
            marker.Titled(context.Get("point", context.Words.Period(point.Period), context.WithInterval(point.Figure, kpi.Unit)));
        }

        return drawing;
    }

    private static void Limits(ChartSheet sheet, Kpi kpi, ChartContext context, (double Left, double Right) x, Func<double, double> y)
    {
        var lines = new List<(double Value, string Key, string Colour)>();
        if (kpi.UpperLimit is { } upper)
        {
            lines.Add((upper, "trend.upper", "#" + Palette.Red));
        }

        if (kpi.TrailingMean is { State: FigureState.Known, Value: { } mean })
        {
            lines.Add((mean, "trend.centre", "#" + Palette.Grey));
        }

        if (kpi.LowerLimit is { } lower)
        {
            lines.Add((lower, "trend.lower", "#" + Palette.Red));
        }

        var previous = double.NegativeInfinity;
        foreach (var (value, key, colour) in lines)
        {
            var at = y(value);
            sheet.Line(x.Left, at, x.Right, at, colour, 1.2, "6 4");
            previous = Math.Max(at + 4, previous + 15);
            sheet.Text(x.Right + 6, previous, context.Get(key, NumberFormats.Value(value, kpi.Unit)), TextStyle.Note);
        }
    }

    private static void Intervals(ChartSheet sheet, Kpi kpi, Func<int, double> x, Func<double, double> y)
    {
        for (var i = 0; i < kpi.Series.Count; i++)
        {
            if (kpi.Series[i].Figure is not { State: FigureState.Known, Lower: { } lower, Upper: { } upper })
            {
                continue;
            }

            var whisker = Svg.Element("path", ("class", "interval"), ("fill", "none"), ("stroke", "#" + Palette.BlueInterval), ("stroke-width", 1.4), ("d",
                $"M{Svg.Number(x(i) - 4)} {Svg.Number(y(upper))}h8m-4 0V{Svg.Number(y(lower))}m-4 0h8"));
            sheet.Add(whisker);
        }
    }

    private static void Missing(ChartSheet sheet, Kpi kpi, ChartContext context, Func<int, double> x, double axis)
    {
        for (var i = 0; i < kpi.Series.Count; i++)
        {
            var figure = kpi.Series[i].Figure;
            if (figure.State == FigureState.Known)
            {
                continue;
            }

            var mark = Svg.Text(x(i), axis - 6, Marks.Suppressed, TextStyle.Value, Anchor.Middle);
            mark.SetAttributeValue("style", "fill:#" + Palette.Grey);
            sheet.Add(mark.Titled(context.Words.WhyMissing(figure)));
        }
    }

    /// <summary>The newest point in the colour of its verdict, with the verdict's mark and the value.</summary>
    private static void Newest(ChartSheet sheet, Kpi kpi, double x, Func<double, double> y, double axis)
    {
        if (kpi.Series[^1].Figure is not { State: FigureState.Known, Value: { } value } figure)
        {
            return;
        }

        var colour = "#" + Palette.Of(kpi.Signal);
        sheet.Add(Svg.Element("circle", ("cx", x), ("cy", y(value)), ("r", 5.5), ("fill", colour), ("stroke", "#fff"), ("stroke-width", 1.5)));
        var before = kpi.Series.SkipLast(1).LastOrDefault(p => p.Figure.State == FigureState.Known)?.Figure.Value ?? value;
        var below = y(figure.Lower ?? value) + 20;
        sheet.Text(
            x, before > value && below < axis - 4 ? below : y(figure.Upper ?? value) - 9,
            Marks.Of(kpi.Signal) + " " + NumberFormats.Value(value, kpi.Unit), TextStyle.Value, Anchor.Middle);
        sheet.Rim();
    }

    /// <summary>Period labels: year once where it changes, number under every point or as many as fit.</summary>
    private static double Periods(ChartSheet sheet, Kpi kpi, Func<int, double> x, double axis, double step)
    {
        var every = Math.Max(1, (int)Math.Ceiling(36 / step));
        var year = "";
        for (var i = 0; i < kpi.Series.Count; i++)
        {
            sheet.Line(x(i), axis, x(i), axis + 5, "#" + Palette.Axis);
            if ((kpi.Series.Count - 1 - i) % every != 0)
            {
                continue;
            }

            var parts = kpi.Series[i].Period.Split('-', 2);
            sheet.Text(x(i), axis + 19, parts[^1], TextStyle.Axis, Anchor.Middle);
            if (parts.Length == 2 && parts[0] != year)
            {
                sheet.Text(x(i), axis + 34, parts[0], TextStyle.Axis, Anchor.Middle);
            }

            year = parts[0];
        }

        return axis + 36;
    }
}
