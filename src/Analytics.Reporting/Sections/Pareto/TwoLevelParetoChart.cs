using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.Pareto;

/// <summary>A Pareto on two levels: categories in falling order, under each the causes within it. Lying bars, so that long names stay readable.</summary>
internal static class TwoLevelParetoChart
{
    private const double NameEnd = 330;
    private const double BarEnd = 730;
    private const double ValueEnd = 815;
    private const double ShareEnd = 895;
    private const double CumulativeEnd = 980;
    private const int CausesShown = 6;

    /// <summary>The chart, or null where the report does not rank causes within categories by count.</summary>
    public static ChartPlan? Plan(IReadOnlyList<ParetoTable> paretos, ChartContext context)
    {
        var categories = paretos.FirstOrDefault(p => p is { Level: "category", Measure: ParetoMeasure.Count, Total: > 0 });
        var within = paretos.Where(p => p is { Within: not null, Measure: ParetoMeasure.Count, Total: > 0 }).ToList();
        return categories is null || within.Count == 0
            ? null
            : new ChartPlan("pareto-two-levels.svg", Title(categories, context), null, () => Draw(categories, within, context));
    }

    private static string Title(ParetoTable categories, ChartContext context) => context.Get("pareto.two-levels", context.Words.Measure(categories.Measure));

    private static string Draw(ParetoTable categories, IReadOnlyList<ParetoTable> within, ChartContext context)
    {
        var words = context.Words;
        var unit = ParetoOutput.Unit(categories.Measure);
        var total = words.WithUnit(categories.Total, unit);
        var title = Title(categories, context);
        var sheet = new ChartSheet(1000);
        var keys = ParetoChart.Keys(categories, context).Where(k => k.Swatch == Legend.Swatch.Area).ToList();
        var y = Heading.Draw(sheet, title, context.Subtitle(context.Get("pareto.total", total)), keys) + 16;
        Headers(sheet, context, words.Measure(categories.Measure), unit, y);
        y += 8;
        var largest = categories.Items.Max(i => i.Value);
        foreach (var category in categories.Items)
        {
            sheet.Line(Heading.Margin, y, CumulativeEnd, y, "#" + Palette.Divider);
            y += 24;
            Row(sheet, category, context, unit, y, largest, isCategory: true);
            y = Causes(sheet, within.FirstOrDefault(t => !LabelKinds.IsMerged(category.Label) && t.Within == category.Label), context, unit, y, largest) + 8;
        }

        var end = sheet.Paragraph(Heading.Margin, y + 18, context.Get("pareto.within"), TextStyle.Note, sheet.Width - (2 * Heading.Margin));
        return sheet.Finish(end + 4, words.Language, title, Description(categories, within, context, total, unit));
    }

    private static void Headers(ChartSheet sheet, ChartContext context, string measure, MeasureUnit unit, double y)
    {
        sheet.Text(ValueEnd, y, context.Axis(measure, unit), TextStyle.Note, Anchor.End);
        sheet.Text(ShareEnd, y, context.Get("pareto.column.share"), TextStyle.Note, Anchor.End);
        sheet.Text(CumulativeEnd, y, context.Get("pareto.column.cumulative"), TextStyle.Note, Anchor.End);
    }

    private static double Causes(ChartSheet sheet, ParetoTable? table, ChartContext context, MeasureUnit unit, double y, double largest)
    {
        if (table is null)
        {
            return y;
        }

        var shown = table.Items.Count <= CausesShown + 1 ? table.Items.Count : CausesShown;
        foreach (var cause in table.Items.Take(shown))
        {
            y += 20;
            Row(sheet, cause, context, unit, y, largest, isCategory: false);
        }

        if (shown < table.Items.Count)
        {
            y += 18;
            sheet.Text(NameEnd, y, context.Get("more", table.Items.Count - shown), TextStyle.Note, Anchor.End);
        }

        return y;
    }

    private static void Row(ChartSheet sheet, ParetoItem item, ChartContext context, MeasureUnit unit, double y, double largest, bool isCategory)
    {
        var (name, number) = isCategory ? (TextStyle.Strong, TextStyle.Value) : (TextStyle.Axis, TextStyle.Axis);
        var thickness = isCategory ? 16 : 11;
        if (isCategory)
        {
            sheet.Fitted(Heading.Margin, y, context.Words.Label(item), name, NameEnd - Heading.Margin);
        }
        else
        {
            sheet.Fitted(NameEnd, y, context.Words.Label(item), name, NameEnd - Heading.Margin - 16, Anchor.End);
        }

        var length = (BarEnd - NameEnd - 12) * item.Value / largest;
        sheet.Rect(
            NameEnd + 12, y - 5 - (thickness / 2.0), Math.Max(length, 0.5), thickness, ParetoChart.Colour(item),
            ParetoChart.Sentence(item, unit, context));
        sheet.Text(ValueEnd, y, ChartContext.Short(item.Value, unit), number, Anchor.End);
        sheet.Text(ShareEnd, y, context.Words.Figure(item.Share, MeasureUnit.Share), number, Anchor.End);
        sheet.Text(CumulativeEnd, y, NumberFormats.Value(item.CumulativeShare, MeasureUnit.Share), number, Anchor.End);
    }

    private static string Description(ParetoTable categories, IReadOnlyList<ParetoTable> within, ChartContext context, string total, MeasureUnit unit)
    {
        var first = categories.Items.Where(i => !LabelKinds.IsMerged(i.Label)).Take(3).Select(category =>
        {
            var sentence = Named(category, context, unit);
            var causes = within.FirstOrDefault(t => t.Within == category.Label)?.Items
                .Where(i => !LabelKinds.IsMerged(i.Label))
                .Take(2)
                .Select(c => Named(c, context, unit))
                ?? [];
            return string.Join(" / ", causes.Prepend(sentence));
        });
        return context.Get("pareto.description", total, context.Join(first));
    }

    private static string Named(ParetoItem item, ChartContext context, MeasureUnit unit) => context.Get(
        "pareto.item",
        context.Words.Label(item),
        context.Words.WithUnit(item.Value, unit),
        context.Words.Figure(item.Share, MeasureUnit.Share),
        NumberFormats.Value(item.CumulativeShare, MeasureUnit.Share));
}
