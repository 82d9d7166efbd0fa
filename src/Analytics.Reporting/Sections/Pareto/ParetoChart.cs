using System.Globalization;
using System.Xml.Linq;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Charts.Plots;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.Pareto;

/// <summary>
/// One level of a Pareto: columns in class colours and the cumulative line, both on the scale of the total, so that the line starts on top of the first
/// column and ends at 100 %.
/// </summary>
internal static class ParetoChart
{
    private const int PlotHeight = 420;

    /// <summary>The chart of a Pareto of a whole level.</summary>
    public static ChartPlan Plan(ParetoTable table, ChartContext context)
    {
        var measure = table.Measure == ParetoMeasure.Count ? "" : ChartPlan.Hyphenated(table.Measure.ToString());
        return new ChartPlan(
            ChartPlan.FileName("pareto", table.Level, measure),
            LevelName(table, context.Words) + " × " + context.Words.Measure(table.Measure),
            table.Items.Count == 0 || table.Total <= 0 ? context.Get("none.empty") : null,
            () => Draw(table, context));
    }

    private static string Draw(ParetoTable table, ChartContext context)
    {
        var words = context.Words;
        var unit = ParetoOutput.Unit(table.Measure);
        var total = words.WithUnit(table.Total, unit);
        var title = context.Get("pareto.title", LevelName(table, words), words.Measure(table.Measure));
        var sheet = new ChartSheet(Math.Max(Math.Clamp(150 + (64 * table.Items.Count), 960, 1180), 240 + (26 * table.Items.Count)));
        var names = table.Items.Select(words.Label).ToList();
        var pad = ColumnNames.AreLevel(names, (sheet.Width - 170) / names.Count) ? 10 : 80;
        var top = Heading.Draw(sheet, title, context.Subtitle(context.Get("pareto.total", total)), Keys(table, context));
        var plot = Plot(table, unit, sheet.Width - pad, context.Plots);
        var origin = (X: pad + plot.Left, Y: top + plot.Top);
        Place(sheet, plot, origin, table, context);
        var columns = Columns(table, plot, origin);
        ClassLetters(sheet, table, columns, origin.Y);
        Numbers(sheet, table, columns, unit, plot.Width / names.Count, origin.Y + plot.Height);
        var bottom = ColumnNames.Draw(sheet, names, columns.ConvertAll(c => c.X), origin.Y + plot.Height, plot.Width / names.Count, pad < 80);
        var end = sheet.Paragraph(
            Heading.Margin, bottom + 26, context.Get("pareto.note", context.Header.MinimumCell), TextStyle.Note, sheet.Width - (2 * Heading.Margin));
        return sheet.Finish(end + 4, words.Language, title, Description(table, context, total, unit));
    }

    /// <summary>What a Pareto's rows are called: 投诉原因, or the causes of a named category.</summary>
    internal static string LevelName(ParetoTable table, ReportWords words)
        => table.Within is null ? words.Get("level." + table.Level) : words.Get("level." + table.Level, words.Label(table.Within));

    /// <summary>Fill of an item: its class, or grey for the merged rest.</summary>
    internal static string Colour(ParetoItem item) => LabelKinds.IsMerged(item.Label) ? "#" + Palette.Rest : "#" + Palette.Of(item.Class);

    /// <summary>An item in one sentence.</summary>
    internal static string Sentence(ParetoItem item, MeasureUnit unit, ChartContext context) => context.Get(
        "pareto.bar",
        context.Words.Label(item),
        context.Words.WithUnit(item.Value, unit),
        context.WithInterval(item.Share, MeasureUnit.Share),
        NumberFormats.Value(item.CumulativeShare, MeasureUnit.Share),
        item.Class);

    /// <summary>Keys of the classes that occur, of the merged rest and of the line.</summary>
    internal static IReadOnlyList<Legend.Key> Keys(ParetoTable table, ChartContext context)
    {
        var keys = table.Items.Where(i => !LabelKinds.IsMerged(i.Label)).Select(i => i.Class).Distinct().Order()
            .Select(c => new Legend.Key(Legend.Swatch.Area, "#" + Palette.Of(c), context.Get("pareto.class", c))).ToList();
        if (table.Items.Any(i => LabelKinds.IsMerged(i.Label)))
        {
            keys.Add(new Legend.Key(Legend.Swatch.Area, "#" + Palette.Rest, context.Get("pareto.rest")));
        }

        keys.Add(new Legend.Key(Legend.Swatch.Line, "#" + Palette.Cumulative, context.Get("pareto.cumulative")));
        return keys;
    }

    private static PlotMarkup Plot(ParetoTable table, MeasureUnit unit, double width, PlotRenderer renderer)
    {
        var bars = table.Items.Select((item, i) =>
            new ParetoBar(i.ToString(CultureInfo.InvariantCulture), item.Value, item.CumulativeShare * 100, Colour(item))).ToList();
        return PlotMarkup.From(renderer.Render<ParetoPlot>(new Dictionary<string, object?>
        {
            [nameof(ParetoPlot.Bars)] = bars,
            [nameof(ParetoPlot.Maximum)] = table.Total,
            [nameof(ParetoPlot.Step)] = ValueAxisScale.Covering(0, table.Total).Step,
            [nameof(ParetoPlot.FormatValue)] = (Func<object, string>)(value =>
                ChartContext.Tick(Convert.ToDouble(value, CultureInfo.InvariantCulture), ValueAxisScale.Covering(0, table.Total).Step, unit)),
            [nameof(ParetoPlot.LineColour)] = "#" + Palette.Cumulative,
            [nameof(ParetoPlot.Width)] = (int)width,
            [nameof(ParetoPlot.Height)] = PlotHeight + 64,
            [nameof(ParetoPlot.ShowCategories)] = false,
        }));
    }

    private static void Place(ChartSheet sheet, PlotMarkup plot, (double X, double Y) origin, ParetoTable table, ChartContext context)
    {
        var drawing = new XElement(plot.Drawing);
        drawing.SetAttributeValue("transform", $"translate({Svg.Number(origin.X)},{Svg.Number(origin.Y)})");
        var unit = ParetoOutput.Unit(table.Measure);
        var columns = drawing.Elements().First(e => HasClass(e, "rz-column-series")).Elements().ToList();
        foreach (var (column, item) in columns.Zip(table.Items))
        {
            column.Titled(Sentence(item, unit, context));
        }

        sheet.Add(drawing);
        sheet.Text(Heading.Margin, origin.Y - 14, context.Axis(context.Words.Measure(table.Measure), unit), TextStyle.Axis);
    }

    private static bool HasClass(XElement element, string name) => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name);

    /// <summary>Middle of each column, its top and the height of the line above it.</summary>
    private static List<(double X, double Top, double Line)> Columns(ParetoTable table, PlotMarkup plot, (double X, double Y) origin)
    {
        var step = plot.Width / table.Items.Count;
        return table.Items.Select((item, i) => (
            origin.X + (step * (i + 0.5)),
            origin.Y + (plot.Height * (1 - (item.Value / table.Total))),
            origin.Y + (plot.Height * (1 - item.CumulativeShare)))).ToList();
    }

    /// <summary>Letters over the run of columns of each class, and dashes between the runs.</summary>
    private static void ClassLetters(ChartSheet sheet, ParetoTable table, List<(double X, double Top, double Line)> columns, double top)
    {
        var named = table.Items.TakeWhile(i => !LabelKinds.IsMerged(i.Label)).ToList();
        for (var first = 0; first < named.Count;)
        {
            var last = first;
            while (last + 1 < named.Count && named[last + 1].Class == named[first].Class)
            {
                last++;
            }

            sheet.Text((columns[first].X + columns[last].X) / 2, top - 22, named[first].Class.ToString(), TextStyle.Value, Anchor.Middle);
            if (first > 0)
            {
                var x = (columns[first].X + columns[first - 1].X) / 2;
                sheet.Line(x, top - 30, x, top + PlotHeight, "#" + Palette.Hatch, 1, "3 4");
            }

            first = last + 1;
        }
    }

    /// <summary>Values above the columns and shares along the line, each only where it touches nothing.</summary>
    private static void Numbers(
        ChartSheet sheet, ParetoTable table, List<(double X, double Top, double Line)> columns, MeasureUnit unit, double step, double plotBottom)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Reserve(new Box(columns[i].X - 5, columns[i].Line - 5, columns[i].X + 5, columns[i].Line + 5));
            if (i > 0)
            {
                sheet.ReserveLine(columns[i - 1].X, columns[i - 1].Line, columns[i].X, columns[i].Line);
            }
        }

        for (var i = 0; i < columns.Count; i++)
        {
            var value = ChartContext.Short(table.Items[i].Value, unit);
            if (i == 0)
            {
                FirstValue(sheet, columns[0], value, plotBottom, step);
            }
            else if (!sheet.TryText(columns[i].X, columns[i].Top - 5, value, TextStyle.Value, Anchor.Middle))
            {
                sheet.TryText(columns[i].X, columns[i].Top - 5, value, TextStyle.Note, Anchor.Middle);
            }
        }

        // from the right, where the line is flat and labels are in each other's way: the last, 100 %, must not be the one left out
        for (var i = columns.Count - 1; i > 0; i--)
        {
            var share = NumberFormats.Value(table.Items[i].CumulativeShare, MeasureUnit.Share);
            if (sheet.TryText(columns[i].X - Math.Min(6, step / 6), columns[i].Line - 7, share, TextStyle.Note, Anchor.End, "#" + Palette.DarkOrange))
            {
                sheet.Rim();
            }
        }
    }

    /// <summary>The line begins on the first column, so its value goes inside, or beside the line where the column is low or narrow.</summary>
    private static void FirstValue(ChartSheet sheet, (double X, double Top, double Line) column, string value, double plotBottom, double step)
    {
        var style = TextStyle.Inverse.Width(value) <= step - 10 ? TextStyle.Inverse : TextStyle.InverseNote;
        if (plotBottom - column.Top < 30 || style.Width(value) > step - 10 || !sheet.TryText(column.X, column.Top + 21, value, style, Anchor.Middle))
        {
            sheet.TryText(column.X - 7, column.Top - 5, value, TextStyle.Note, Anchor.End);
        }
    }

    private static string Description(ParetoTable table, ChartContext context, string total, MeasureUnit unit)
    {
        var first = table.Items.Where(i => !LabelKinds.IsMerged(i.Label)).Take(5).Select(i => context.Get(
            "pareto.item",
            context.Words.Label(i),
            context.Words.WithUnit(i.Value, unit),
            context.Words.Figure(i.Share, MeasureUnit.Share),
            NumberFormats.Value(i.CumulativeShare, MeasureUnit.Share)));
        return context.Get("pareto.description", total, context.Join(first));
    }
}
