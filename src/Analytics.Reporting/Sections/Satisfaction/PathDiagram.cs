using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>The model as a picture: constructs from causes to effects with their index and R², paths with coefficient and significance.</summary>
internal static class PathDiagram
{
    private const double BoxWidth = 168;
    private const double Arrow = 11;
    private const double LabelHeight = 18;
    /// <summary>Distances of columns that are tried, until every coefficient has a place of its own.</summary>
    private static readonly double[] Gaps = [120, 150, 190, 240];

    /// <summary>The chart of the model.</summary>
    public static ChartPlan Plan(SatisfactionModel model, ChartContext context) => new(
        "satisfaction-paths.svg",
        Title(model, context),
        model.IsHeldBack ? context.Get("none.held-back") : model.Paths.Count == 0 ? context.Get("none.empty") : null,
        () => Draw(model, context));

    private static string Title(SatisfactionModel model, ChartContext context)
        => context.Get("paths.title", context.Words.Find("model.name." + model.Name) ?? model.Name);

    private static string Draw(SatisfactionModel model, ChartContext context)
    {
        var title = Title(model, context);
        var names = model.Constructs.Select(c => c.Name).ToList();
        var layout = new PathLayout(names.Count, [.. model.Paths.Select(p => (names.IndexOf(p.From), names.IndexOf(p.To)))]);
        var sheetWidth = 0.0;
        (PathCurve[] Curves, Box[] Labels) routed = ([], []);
        foreach (var gap in Gaps)
        {
            sheetWidth = Math.Max((2 * Heading.Margin) + (layout.ColumnCount * (BoxWidth + gap)) - gap, 720);
            (routed, var clear) = Route(model, layout, gap);
            if (clear)
            {
                break;
            }
        }

        var sheet = new ChartSheet(sheetWidth);
        var window = context.Get("paths.window", context.Words.Period(model.FirstPeriod), context.Words.Period(model.LastPeriod));
        var top = Heading.Draw(sheet, title, context.Subtitle(window), Keys(model, context)) + 14;
        Paths(sheet, model, routed.Curves, top, context);
        Labels(sheet, model, routed.Labels, top);
        var pitch = (sheetWidth - (2 * Heading.Margin) - BoxWidth) / Math.Max(1, layout.ColumnCount - 1);
        for (var i = 0; i < names.Count; i++)
        {
            Construct(sheet, model.Constructs[i], names[i] == model.Target, Heading.Margin + (layout.ColumnOf(i) * pitch), top + layout.MiddleOf(i), context);
        }

        var end = sheet.Paragraph(
            Heading.Margin, top + layout.Height + 34, context.Get("paths.note", NumberFormats.Fixed(model.Resamples, 0), context.Level), TextStyle.Note,
            sheet.Width - (2 * Heading.Margin));
        return sheet.Finish(end + 4, context.Words.Language, title, Description(model, context));
    }

    private static List<Legend.Key> Keys(SatisfactionModel model, ChartContext context)
    {
        var keys = new List<Legend.Key>();
        if (model.Paths.Any(p => p is { IsSignificant: true, Coefficient.Value: >= 0 }))
        {
            keys.Add(new(Legend.Swatch.Line, "#" + Palette.Blue, context.Get("paths.significant")));
        }

        if (model.Paths.Any(p => p is { IsSignificant: true, Coefficient.Value: < 0 }))
        {
            keys.Add(new(Legend.Swatch.Line, "#" + Palette.Red, context.Get("paths.negative")));
        }

        if (model.Paths.Any(p => !p.IsSignificant))
        {
            keys.Add(new(Legend.Swatch.Dashed, "#" + Palette.Grey, context.Get("paths.not-significant")));
        }

        return keys;
    }

    /// <summary>Curves and a place for each coefficient that no other line, label or box touches; whether all are clear.</summary>
    private static ((PathCurve[] Curves, Box[] Labels) Routed, bool Clear) Route(SatisfactionModel model, PathLayout layout, double gap)
    {
        var width = Math.Max((2 * Heading.Margin) + (layout.ColumnCount * (BoxWidth + gap)) - gap, 720);
        var pitch = (width - (2 * Heading.Margin) - BoxWidth) / Math.Max(1, layout.ColumnCount - 1);
        PathCurve[] curves = [.. model.Paths.Select((_, i) => new PathCurve(layout.Stops(i), Heading.Margin, pitch, BoxWidth, Arrow))];
        Box Taken(int construct)
        {
            var (left, middle) = (Heading.Margin + (layout.ColumnOf(construct) * pitch), layout.MiddleOf(construct));
            return new Box(left - Arrow, middle - (PathLayout.BoxHeight / 2), left + BoxWidth, middle + (PathLayout.BoxHeight / 2));
        }

        List<Box> taken = [.. Enumerable.Range(0, model.Constructs.Count).Select(Taken)];
        var labels = new Box[curves.Length];
        var clear = true;
        // short paths first: they have the fewest places to choose from
        foreach (var i in Enumerable.Range(0, curves.Length).OrderBy(i => curves[i].Points.Count).ThenBy(i => i))
        {
            var half = (TextStyle.Value.Width(Label(model.Paths[i])) / 2) + 5;
            var best = curves[i].Places()
                .Select(p => new Box(p.X - half, p.Y - (LabelHeight / 2), p.X + half, p.Y + (LabelHeight / 2)))
                .Select(box => (Box: box, Cost: (taken.Count(box.Overlaps) * 100) + curves.Where((_, k) => k != i).Sum(c => PointsNear(c, box))))
                .MinBy(c => c.Cost);
            labels[i] = best.Box;
            taken.Add(best.Box);
            clear &= best.Cost == 0;
        }

        return ((curves, labels), clear);
    }

    private static int PointsNear(PathCurve curve, Box box)
        => curve.Points.Count(p => p.X > box.Left - 3 && p.X < box.Right + 3 && p.Y > box.Top - 3 && p.Y < box.Bottom + 3);

    private static void Paths(ChartSheet sheet, SatisfactionModel model, PathCurve[] curves, double top, ChartContext context)
    {
        // significant paths last, so that they lie on top
        foreach (var (path, curve) in model.Paths.Zip(curves).OrderBy(p => p.First.IsSignificant))
        {
            var size = Math.Min(1, Math.Abs(path.Coefficient.Value ?? 0));
            var group = Svg.Element("g", ("class", "path"), ("transform", $"translate(0,{Svg.Number(top)})"));
            var line = Svg.Element("path", ("d", curve.Markup()), ("fill", "none"), ("stroke", Colour(path)), ("stroke-width", 1.2 + (4.5 * size)));
            if (!path.IsSignificant)
            {
                line.SetAttributeValue("stroke-dasharray", "6 4");
            }

            var (x, y) = curve.End;
            group.Add(line, Svg.Element("path", ("d", $"M{Svg.Number(x + Arrow)} {Svg.Number(y)}l{-Arrow - 1} -6v12Z"), ("fill", Colour(path))));
            sheet.Add(group.Titled(context.Get(
                "paths.path", context.Words.Label(path.From), context.Words.Label(path.To), Coefficient(path.Coefficient), Probability(path.PValue))));
        }
    }

    private static void Labels(ChartSheet sheet, SatisfactionModel model, Box[] labels, double top)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var box = labels[i];
            var pill = Svg.Rect(box.Left, top + box.Top, box.Right - box.Left, box.Bottom - box.Top, "#fff");
            pill.SetAttributeValue("rx", "8");
            sheet.Add(pill);
            sheet.Text((box.Left + box.Right) / 2, top + box.Bottom - 5, Label(model.Paths[i]), TextStyle.Value, Anchor.Middle, Colour(model.Paths[i]));
        }
    }

    private static void Construct(ChartSheet sheet, ModelConstruct construct, bool target, double left, double middle, ChartContext context)
    {
        var top = middle - (PathLayout.BoxHeight / 2);
        var box = Svg.Element(
            "rect", ("class", "construct"), ("x", left), ("y", top), ("width", BoxWidth), ("height", PathLayout.BoxHeight), ("rx", 10.0),
            ("fill", target ? "#" + Palette.Blue : "#" + Palette.BoxGround), ("stroke", "#" + Palette.Blue), ("stroke-width", target ? 2.0 : 1.2));
        sheet.Add(box.Titled(context.Get(
            "paths.construct", context.Words.Label(construct.Name), context.WithInterval(construct.Index, MeasureUnit.Score),
            Coefficient(construct.RSquared))));
        var lines = TextMetrics.Balance(context.Words.Label(construct.Name), (BoxWidth - 16) / 1.06, TextStyle.Strong.Size, 2);
        var baseline = top + (lines.Count == 1 ? 27 : 20);
        var ink = target ? "#fff" : "#" + Palette.ChartInk;
        foreach (var line in lines)
        {
            sheet.Text(left + (BoxWidth / 2), baseline, line, TextStyle.Strong, Anchor.Middle, ink);
            baseline += 16;
        }

        var index = construct.Index.State == FigureState.Known
            ? NumberFormats.Fixed(construct.Index.Value!.Value, 1)
            : context.Words.Figure(construct.Index, MeasureUnit.Score);
        var facts = construct.RSquared.State == FigureState.Known
            ? context.Get("paths.facts", index, NumberFormats.Fixed(construct.RSquared.Value!.Value, 2))
            : context.Get("paths.index", index);
        sheet.Fitted(
            left + (BoxWidth / 2), top + PathLayout.BoxHeight - 11, facts, TextStyle.Axis, BoxWidth - 12, Anchor.Middle,
            target ? "#fff" : "#" + Palette.ChartText);
    }

    private static string Colour(ModelPath path)
        => !path.IsSignificant ? "#" + Palette.Grey : path.Coefficient.Value < 0 ? "#" + Palette.Red : "#" + Palette.Blue;

    /// <summary>Coefficient with stars: *** p &lt; 0.001, ** p &lt; 0.01, * p &lt; 0.05; none where the interval holds 0.</summary>
    private static string Label(ModelPath path)
        => Coefficient(path.Coefficient) + (!path.IsSignificant ? "" : path.PValue switch { < 0.001 => "***", < 0.01 => "**", _ => "*" });

    private static string Coefficient(Figure figure)
        => figure.Value is { } value ? value.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−') : Marks.Absent;

    private static string Probability(double p) => p < 0.001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Description(SatisfactionModel model, ChartContext context)
        => context.Join(model.Constructs.Select(c => context.Get("paths.item", context.Words.Label(c.Name), context.Words.Figure(c.Index, MeasureUnit.Score))));
}
