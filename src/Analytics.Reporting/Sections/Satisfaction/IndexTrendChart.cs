using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>The index of the model's target over its waves, its interval as a band; line and band break where a wave has no value.</summary>
internal static class IndexTrendChart
{
    private const double Left = 74;
    private const double Right = 930;
    private const double PlotHeight = 300;

    /// <summary>The chart of the model's target.</summary>
    public static ChartPlan Plan(SatisfactionModel model, ChartContext context)
        => new("satisfaction-index.svg", Title(model, context), ModelTrend.CanDraw(model) ? null : context.Get("none.short"), () => Draw(model, context));

    private static string Title(SatisfactionModel model, ChartContext context) => context.Get("index.title", context.Words.Label(model.Target));

    private static string Draw(SatisfactionModel model, ChartContext context)
    {
        var words = context.Words;
        var title = Title(model, context);
        var sheet = new ChartSheet(960);
        var last = model.Trend[^1].Figure;
        var top = Heading.Draw(sheet, title, context.Subtitle(context.WithInterval(last, MeasureUnit.Score)), Keys(model, context)) + 30;
        var values = model.Trend
            .Select(p => p.Figure)
            .Where(f => f.State == FigureState.Known)
            .SelectMany(f => new[] { f.Value, f.Lower, f.Upper })
            .OfType<double>()
            .ToList();
        var scale = ValueAxisScale.Covering(values.Min(), values.Max());
        var step = (Right - Left) / model.Trend.Count;
        double X(int i) => Left + (step * (i + 0.5));
        double Y(double value) => top + (PlotHeight * (1 - scale.Position(value)));
        Axis(sheet, scale, context, Y, top);
        foreach (var run in Runs(model.Trend))
        {
            Band(sheet, run, model.Trend, X, Y);
        }

        Points(sheet, model.Trend, context, X, Y, top + PlotHeight);
        Periods(sheet, model.Trend, X, top + PlotHeight, step);
        var end = sheet.Paragraph(
            Heading.Margin, top + PlotHeight + 62, context.Get("index.note", context.Level), TextStyle.Note, sheet.Width - (2 * Heading.Margin));
        return sheet.Finish(
            end + 4, words.Language, title,
            context.Get(
                "index.description", words.Label(model.Target), words.Period(model.Trend[^1].Period), context.WithInterval(last, MeasureUnit.Score),
                model.Trend.Count));
    }

    private static List<Legend.Key> Keys(SatisfactionModel model, ChartContext context)
    {
        List<Legend.Key> keys =
        [
            new(Legend.Swatch.Line, "#" + Palette.Blue, context.Words.Label(model.Target)),
            new(Legend.Swatch.Area, "#" + Palette.Band, context.Get("interval", context.Level)),
        ];
        if (model.Trend.Any(p => p.Figure.State != FigureState.Known))
        {
            keys.Add(new(Legend.Swatch.Mark, "#" + Palette.Grey, context.Get("missing"), Marks.Suppressed));
        }

        return keys;
    }

    private static void Axis(ChartSheet sheet, ValueAxisScale scale, ChartContext context, Func<double, double> y, double top)
    {
        foreach (var tick in scale.Ticks)
        {
            sheet.Line(Left, y(tick), Right, y(tick), tick.Equals(scale.Minimum) ? "#" + Palette.Axis : "#" + Palette.Grid);
            sheet.Text(Left - 9, y(tick) + 4, ChartContext.Tick(tick, scale.Step, MeasureUnit.Score), TextStyle.Axis, Anchor.End);
        }

        sheet.Text(Heading.Margin, top - 16, context.Axis(context.Get("index.axis"), MeasureUnit.Score), TextStyle.Axis);
    }

    /// <summary>Stretches of neighbouring periods with a value, as first and last position.</summary>
    private static IEnumerable<(int First, int Last)> Runs(IReadOnlyList<PeriodFigure> trend)
    {
        for (var i = 0; i < trend.Count; i++)
        {
            if (trend[i].Figure.State != FigureState.Known)
            {
                continue;
            }

            var first = i;
            while (i + 1 < trend.Count && trend[i + 1].Figure.State == FigureState.Known)
            {
                i++;
            }

            yield return (first, i);
        }
    }

    private static void Band(ChartSheet sheet, (int First, int Last) run, IReadOnlyList<PeriodFigure> trend, Func<int, double> x, Func<double, double> y)
    {
        int[] places = [.. Enumerable.Range(run.First, run.Last - run.First + 1)];
        if (places.All(i => trend[i].Figure is { Lower: not null, Upper: not null }))
        {
            var edge = places
                .Select(i => (X: x(i), Y: y(trend[i].Figure.Upper!.Value)))
                .Concat(places.Reverse().Select(i => (X: x(i), Y: y(trend[i].Figure.Lower!.Value))));
            sheet.Add(Svg.Element(
                "path", ("class", "band"), ("d", Joined(edge) + "Z"), ("fill", "#" + Palette.Band), ("stroke", "#" + Palette.Band),
                ("stroke-width", 2.0), ("stroke-linejoin", "round")));
        }

        sheet.Add(Svg.Element(
            "path", ("class", "line"), ("d", Joined(places.Select(i => (X: x(i), Y: y(trend[i].Figure.Value!.Value))))), ("fill", "none"),
            ("stroke", "#" + Palette.Blue), ("stroke-width", 2.2)));
    }

    private static string Joined(IEnumerable<(double X, double Y)> points)
        => "M" + string.Join('L', points.Select(p => Svg.Number(p.X) + " " + Svg.Number(p.Y)));

    private static void Points(
        ChartSheet sheet, IReadOnlyList<PeriodFigure> trend, ChartContext context, Func<int, double> x, Func<double, double> y, double axis)
    {
        for (var i = 0; i < trend.Count; i++)
        {
            var figure = trend[i].Figure;
            if (figure is not { State: FigureState.Known, Value: { } value })
            {
                var mark = Svg.Text(x(i), axis - 6, Marks.Suppressed, TextStyle.Value, Anchor.Middle);
                mark.SetAttributeValue("style", "fill:#" + Palette.Grey);
                sheet.Add(mark.Titled(context.Words.WhyMissing(figure)));
                continue;
            }

            var circle = Svg.Element(
                "circle", ("cx", x(i)), ("cy", y(value)), ("r", i == trend.Count - 1 ? 5.0 : 3.5),
                ("fill", i == trend.Count - 1 ? "#" + Palette.Blue : "#fff"), ("stroke", "#" + Palette.Blue), ("stroke-width", 2.0));
            sheet.Add(circle.Titled(context.Get("point", context.Words.Period(trend[i].Period), context.WithInterval(figure, MeasureUnit.Score))));
            if (i != trend.Count - 1)
            {
                continue;
            }

            sheet.Text(x(i), y(value) - 12, NumberFormats.Fixed(value, 2), TextStyle.Value, Anchor.Middle);
            sheet.Rim();
        }
    }

    private static void Periods(ChartSheet sheet, IReadOnlyList<PeriodFigure> trend, Func<int, double> x, double axis, double step)
    {
        var every = Math.Max(1, (int)Math.Ceiling(36 / step));
        var year = "";
        for (var i = 0; i < trend.Count; i++)
        {
            if ((trend.Count - 1 - i) % every != 0)
            {
                continue;
            }

            var parts = trend[i].Period.Split('-', 2);
            sheet.Text(x(i), axis + 19, parts[^1], TextStyle.Axis, Anchor.Middle);
            if (parts.Length == 2 && parts[0] != year)
            {
                sheet.Text(x(i), axis + 34, parts[0], TextStyle.Axis, Anchor.Middle);
            }

            year = parts[0];
        }
    }
}
