using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.Segments;

/// <summary>
/// One segmentation as lying bars with intervals: complaints per 10,000 subscribers where there is a base, else the share of complaints. Differences
/// that survive false-discovery control are coloured and marked; hidden segments are hatched and carry no number.
/// </summary>
public static class SegmentChart
{
    private const double RowHeight = 30;
    private const double NameEnd = 230;
    private const double PlotLeft = 240;
    private const double PlotRight = 670;
    private const double ComplaintsEnd = 860;
    private const double SubscribersEnd = 950;

    /// <summary>Draws one segmentation as a stand-alone SVG, as <see cref="ChartFiles"/> does for every segmentation of a report.</summary>
    /// <param name="table">At least one row.</param>
    /// <param name="overall">Rate of the whole scope for the line to compare with, or absent.</param>
    /// <param name="header">Period, scope and confidence level for the subtitle.</param>
    /// <param name="words">Language and labels.</param>
    public static string Draw(SegmentTable table, Figure overall, ReportHeader header, ReportWords words)
    {
        using var context = new ChartContext(header, words);
        return Draw(table, overall, context);
    }

    /// <summary>The chart of a segmentation.</summary>
    internal static ChartPlan Plan(SegmentTable table, Figure overall, ChartContext context) => new(
        ChartPlan.FileName("segment", table.Column),
        context.Get("segment.rate", context.Words.Column(table.Column)),
        table.Rows.Count == 0 ? context.Get("none.empty") : CanDraw(table) ? null : context.Get("none.hidden"),
        () => Draw(table, overall, context));

    private static string Draw(SegmentTable table, Figure overall, ChartContext context)
    {
        var words = context.Words;
        var hasRate = HasRate(table);
        var unit = hasRate ? MeasureUnit.Per10k : MeasureUnit.Share;
        var title = context.Get(hasRate ? "segment.rate" : "segment.share", context.Column(table.Column));
        var sheet = new ChartSheet(970);
        var subtitle = context.Subtitle(table.BandRule is null ? null : words.Get("band." + table.BandRule));
        var top = Heading.Draw(sheet, title, subtitle, Keys(table, hasRate, context)) + 34;
        var scale = Scale(table, unit);
        double X(double value) => PlotLeft + ((PlotRight - PlotLeft) * scale.Position(value));
        var bottom = top + (RowHeight * table.Rows.Count);
        Grid(sheet, scale, unit, X, top, bottom);
        Headers(sheet, context, hasRate, top);
        var all = hasRate && overall is { State: FigureState.Known, Value: { } rate } && rate <= scale.Maximum ? rate : (double?)null;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var middle = top + (RowHeight * (i + 0.5));
            Row(sheet, table.Rows[i], unit, context, X, middle, all);
        }

        if (all is { } value)
        {
            sheet.Text(
                Math.Max(X(value), PlotLeft + 30), top - 8, context.Get("segment.overall", NumberFormats.Value(value, unit)), TextStyle.Note,
                Anchor.Middle);
        }

        sheet.Text((PlotLeft + PlotRight) / 2, bottom + 36, context.Get(hasRate ? "rate" : "share"), TextStyle.Axis, Anchor.Middle);
        return sheet.Finish(bottom + 54, words.Language, title, Description(table, unit, context));
    }

    /// <summary>Whether any row has a rate; without one the chart shows shares.</summary>
    private static bool HasRate(SegmentTable table) => table.Rows.Any(r => r.ComplaintsPer10k.State == FigureState.Known);

    /// <summary>Whether there is any number to draw.</summary>
    private static bool CanDraw(SegmentTable table)
        => table.Rows.Any(r => Shown(r, HasRate(table) ? MeasureUnit.Per10k : MeasureUnit.Share).State == FigureState.Known);

    private static Figure Shown(SegmentRow row, MeasureUnit unit) => unit == MeasureUnit.Per10k ? row.ComplaintsPer10k : row.ShareOfComplaints;

    private static List<Legend.Key> Keys(SegmentTable table, bool hasRate, ChartContext context)
    {
        var keys = new List<Legend.Key>();
        if (hasRate)
        {
            if (table.Rows.Any(r => Direction(r) > 0))
            {
                keys.Add(new(Legend.Swatch.Area, "#" + Palette.Red, "▲ " + context.Get("segment.higher")));
            }

            if (table.Rows.Any(r => Direction(r) < 0))
            {
                keys.Add(new(Legend.Swatch.Area, "#" + Palette.Green, "▼ " + context.Get("segment.lower")));
            }

            keys.Add(new(Legend.Swatch.Area, "#" + Palette.Plain, context.Get("segment.plain")));
        }

        keys.Add(new(Legend.Swatch.Whisker, "#" + Palette.ChartInk, context.Get("interval", context.Level)));
        if (table.Rows.Any(r => Shown(r, hasRate ? MeasureUnit.Per10k : MeasureUnit.Share).State == FigureState.Suppressed))
        {
            keys.Add(new(Legend.Swatch.Area, "url(#hidden)", context.Get("hidden", context.Header.MinimumCell)));
        }

        return keys;
    }

    private static ValueAxisScale Scale(SegmentTable table, MeasureUnit unit)
        => ValueAxisScale.Covering(
            0, table.Rows.Select(r => Shown(r, unit)).Where(f => f.State == FigureState.Known).Max(f => Math.Max(f.Value!.Value, f.Upper ?? 0)));

    /// <summary>+1 where the segment complains more than the rest beyond doubt, −1 where less, else 0.</summary>
    private static int Direction(SegmentRow row) => !row.Survives ? 0 : row.RateRatio.Value switch { > 1 => 1, < 1 => -1, _ => 0 };

    private static void Grid(ChartSheet sheet, ValueAxisScale scale, MeasureUnit unit, Func<double, double> x, double top, double bottom)
    {
        foreach (var tick in scale.Ticks)
        {
            var line = Svg.Element("line", ("class", tick == 0 ? "axis" : "grid"), ("x1", x(tick)), ("y1", top - 4), ("x2", x(tick)), ("y2", bottom));
            sheet.Add(line);
            sheet.Text(x(tick), bottom + 17, ChartContext.Tick(tick, scale.Step, unit), TextStyle.Axis, Anchor.Middle);
        }
    }

    private static void Headers(ChartSheet sheet, ChartContext context, bool hasRate, double top)
    {
        sheet.Text(ComplaintsEnd, top - 8, context.Get("segment.complaints"), TextStyle.Note, Anchor.End);
        if (hasRate)
        {
            sheet.Text(SubscribersEnd, top - 8, context.Get("segment.subscribers"), TextStyle.Note, Anchor.End);
        }
    }

    private static void Row(ChartSheet sheet, SegmentRow row, MeasureUnit unit, ChartContext context, Func<double, double> x, double middle, double? all)
    {
        var words = context.Words;
        sheet.Fitted(NameEnd, middle + 4, words.Label(row.Label), TextStyle.Label, NameEnd - Heading.Margin, Anchor.End);
        var figure = Shown(row, unit);
        if (figure is { State: FigureState.Known, Value: { } value })
        {
            Bar(sheet, row, figure, value, unit, context, x, middle, all);
        }
        else if (figure.State == FigureState.Suppressed)
        {
            sheet.Add(Svg.Element(
                "rect", ("class", "hidden"), ("x", PlotLeft), ("y", middle - 8), ("width", 60.0), ("height", 16.0),
                ("fill", "url(#hidden)")).Titled(words.WhyMissing(figure)));
            sheet.Text(PlotLeft + 68, middle + 4, Marks.Suppressed, TextStyle.Axis);
        }
        else
        {
            sheet.Fitted(PlotLeft + 8, middle + 4, context.Get("segment.absent", words.Reason(figure.Reason)), TextStyle.Note, ComplaintsEnd - PlotLeft - 100);
        }

        sheet.Text(ComplaintsEnd, middle + 4, words.Figure(row.Complaints, MeasureUnit.Count), TextStyle.Axis, Anchor.End);
        if (unit == MeasureUnit.Per10k)
        {
            sheet.Text(SubscribersEnd, middle + 4, words.Figure(row.Subscribers, MeasureUnit.Count), TextStyle.Axis, Anchor.End);
        }
    }

    private static void Bar(
        ChartSheet sheet, SegmentRow row, Figure figure, double value, MeasureUnit unit, ChartContext context, Func<double, double> x, double middle,
        double? all)
    {
        var direction = unit == MeasureUnit.Per10k ? Direction(row) : 0;
        var words = context.Words;
        var bar = Svg.Element(
            "rect", ("class", "bar"), ("x", PlotLeft), ("y", middle - 8), ("width", x(value) - PlotLeft), ("height", 16.0),
            ("fill", direction switch { > 0 => "#" + Palette.Red, < 0 => "#" + Palette.Green, _ => "#" + Palette.Plain }));
        sheet.Add(bar.Titled(context.Get(
            "segment.row", words.Label(row.Label), context.WithInterval(figure, unit), words.Figure(row.Complaints, MeasureUnit.Count),
            words.Figure(row.Subscribers, MeasureUnit.Count), context.WithInterval(row.RateRatio, MeasureUnit.Score),
            row.AdjustedPValue.Value is { } p ? NumberFormats.Fixed(p, 4) : Marks.Absent)));
        var right = x(value);
        if (figure is { Lower: { } lower, Upper: { } upper })
        {
            right = Math.Max(right, x(upper));
            sheet.Add(Svg.Element("path", ("class", "interval"), ("fill", "none"), ("stroke", "#" + Palette.ChartInk), ("stroke-width", 1.4), ("d",
                $"M{Svg.Number(x(lower))} {Svg.Number(middle - 5)}v10m0 -5H{Svg.Number(x(upper))}m0 -5v10")));
        }

        var mark = direction switch { > 0 => "▲ ", < 0 => "▼ ", _ => "" };
        var text = mark + NumberFormats.Value(value, unit);
        if (all is { } overall)
        {
            var line = x(overall);
            sheet.Line(line, middle - (RowHeight / 2), line, middle + (RowHeight / 2), "#" + Palette.ChartInk, 1.2, "6 4");
            if (line > right && line < right + 12 + TextStyle.Value.Width(text))
            {
                right = line;
            }
        }

        sheet.Text(right + 7, middle + 4, text, TextStyle.Value);
    }

    private static string Description(SegmentTable table, MeasureUnit unit, ChartContext context)
        => context.Get(
            "segment.description",
            context.Join(table.Rows.Select(r => context.Get("segment.item", context.Words.Label(r.Label), context.WithInterval(Shown(r, unit), unit)))));
}
