using System.Globalization;
using System.Text;

namespace Analytics.Reporting.Workbook;

/// <summary>Writes a native chart as the markup of its part (ECMA-376 Part 1, 21.2). Element order is the schema's.</summary>
internal static class ChartXml
{
    private const string Font = "<a:latin typeface=\"Microsoft YaHei\"/><a:ea typeface=\"Microsoft YaHei\"/>";
    private const string NoLine = "<a:ln w=\"19050\"><a:noFill/></a:ln>";
    private const int CategoryAxis = 101;
    private const int ValueAxis = 102;
    private const int SecondCategoryAxis = 103;
    private const int SecondValueAxis = 104;

    /// <summary>The part's whole text.</summary>
    public static string Write(NativeChart chart)
    {
        if (chart.Scatter is { } scatter)
        {
            return Space(chart.Title, ScatterXml.Plot(scatter), legend: false, bare: false);
        }

        var lying = chart.Series[0].Kind == ChartKind.Bar;
        var plot = new StringBuilder(chart.Bare
            ? "<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/><c:yMode val=\"edge\"/><c:x val=\"0.03\"/>"
                + "<c:y val=\"0.1\"/><c:w val=\"0.94\"/><c:h val=\"0.8\"/></c:manualLayout></c:layout>"
            : "<c:layout/>");
        var index = 0;
        foreach (var group in chart.Series.GroupBy(s => (s.Kind, s.Secondary)).OrderBy(g => g.Key.Secondary).ThenBy(g => g.Key.Kind))
        {
            var series = string.Concat(group.Select(s => SeriesXml(s, index++)));
            plot.Append(Group(group.Key.Kind, series, chart.Gap, group.Key.Secondary));
        }

        // lying bars run from the top down, so the value axis crosses where the categories end: at the bottom
        plot.Append(Category(CategoryAxis, ValueAxis, lying ? "l" : "b", lying, hidden: chart.Bare));
        plot.Append(Value(
            ValueAxis, CategoryAxis, lying ? "b" : "l", chart.ValueTitle, chart.ValueFormat, chart.Minimum, chart.Maximum, !chart.Bare,
            lying ? "max" : "autoZero"));
        if (chart.Series.Any(s => s.Secondary))
        {
            plot.Append(Value(SecondValueAxis, SecondCategoryAxis, "r", null, chart.SecondFormat, 0, chart.SecondMaximum, framed: true, "max", grid: false));
            plot.Append(Category(SecondCategoryAxis, SecondValueAxis, "b", false, hidden: true));
        }

        return Space(chart.Title, plot.ToString(), chart.Series.Count > 1 && !chart.Bare, chart.Bare);
    }

    private static string Space(string title, string plot, bool legend, bool bare)
        => "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners val=\"0\"/><c:chart>"
            + (bare ? "" : Title(title, 1100, bold: true, turned: false))
            + $"<c:autoTitleDeleted val=\"{(bare ? 1 : 0)}\"/><c:plotArea>{plot}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
            + (legend ? $"<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{TextProperties(800)}</c:legend>" : "")
            + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
            + (bare ? "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>" : $"<c:spPr>{Fill(Palette.White)}{Stroke(Palette.Frame, 6350, false)}</c:spPr>")
            + "</c:chartSpace>";

    private static string Group(ChartKind kind, string series, int gap, bool secondary)
    {
        var axes = $"<c:axId val=\"{(secondary ? SecondCategoryAxis : CategoryAxis)}\"/><c:axId val=\"{(secondary ? SecondValueAxis : ValueAxis)}\"/>";
        return kind == ChartKind.Line
            ? $"<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{series}<c:marker val=\"1\"/>{axes}</c:lineChart>"
            : $"<c:barChart><c:barDir val=\"{(kind == ChartKind.Bar ? "bar" : "col")}\"/><c:grouping val=\"clustered\"/>"
                + $"<c:varyColors val=\"0\"/>{series}<c:gapWidth val=\"{gap}\"/>{axes}</c:barChart>";
    }

    private static string SeriesXml(ChartSeries series, int index)
    {
        var line = series.Kind == ChartKind.Line;
        var shape = line
            ? $"<c:spPr>{(series.Dots ? NoLine : Stroke(series.Colour, series.Dashed ? 12700 : 25400, series.Dashed))}</c:spPr>{Marker(series)}"
            : $"<c:spPr>{Fill(series.Colour)}</c:spPr><c:invertIfNegative val=\"0\"/>{Points(series)}";
        return $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:v>{Escape(series.Name)}</c:v>"
            + $"</c:tx>{shape}{Labels(series)}{ErrorBars(series)}"
            + $"<c:cat>{Texts(series)}</c:cat><c:val>{Numbers(series)}</c:val>{(line ? "<c:smooth val=\"0\"/>" : "")}</c:ser>";
    }

    private static string Marker(ChartSeries series) => series.Dashed || series.LastMark is not null
        ? "<c:marker><c:symbol val=\"none\"/></c:marker>" + LastMark(series)
        : $"<c:marker><c:symbol val=\"circle\"/><c:size val=\"{(series.Dots ? 8 : 5)}\"/><c:spPr>{Fill(series.Dots ? series.Colour : Palette.White)}"
            + $"{Stroke(series.Colour, 15875, false)}</c:spPr></c:marker>";

    private static string LastMark(ChartSeries series) => series.LastMark is not { } colour
        ? ""
        : $"<c:dPt><c:idx val=\"{series.Numbers.Count - 1}\"/><c:marker><c:symbol val=\"circle\"/><c:size val=\"7\"/>"
            + $"<c:spPr>{Fill(colour)}{Stroke(colour, 9525, false)}</c:spPr></c:marker><c:bubble3D val=\"0\"/></c:dPt>";

    private static string Points(ChartSeries series) => series.PointColours is not { } colours
        ? ""
        : string.Concat(colours.Select((colour, i) =>
            colour == series.Colour
                ? ""
                : $"<c:dPt><c:idx val=\"{i}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/><c:spPr>{Fill(colour)}</c:spPr></c:dPt>"));

    private static string Labels(ChartSeries series) => !series.ShowValues
        ? ""
        : $"<c:dLbls><c:numFmt formatCode=\"{Escape(series.Format)}\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>"
            + $"</c:spPr>{TextProperties(800)}<c:dLblPos val=\"{(series.Kind == ChartKind.Line ? "t" : series.Errors is null ? "outEnd" : "inBase")}\"/>"
            + "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>"
            + "<c:showBubbleSize val=\"0\"/></c:dLbls>";

    private static string ErrorBars(ChartSeries series) => series.Errors is not { } errors
        ? ""
        : $"<c:errBars><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/>"
            + $"<c:plus>{NumberReference(errors.UpCells, [.. errors.Up], "General")}</c:plus>"
            + $"<c:minus>{NumberReference(errors.DownCells, [.. errors.Down], "General")}</c:minus>"
            + $"<c:spPr>{Stroke(Palette.ShapeInk, 9525, false)}</c:spPr></c:errBars>";

    private static string Texts(ChartSeries series)
        => $"<c:strRef><c:f>{Escape(series.Categories)}</c:f><c:strCache><c:ptCount val=\"{series.CategoryTexts.Count}"
            + $"\"/>{string.Concat(series.CategoryTexts.Select((t, i) => $"<c:pt idx=\"{i}\"><c:v>{Escape(t)}</c:v></c:pt>"))}</c:strCache></c:strRef>";

    private static string Numbers(ChartSeries series) => NumberReference(series.Values, series.Numbers, series.Format);

    /// <summary>Cells with the numbers in them; a null leaves a gap.</summary>
    internal static string NumberReference(string cells, IReadOnlyList<double?> numbers, string format)
        => $"<c:numRef><c:f>{Escape(cells)}</c:f><c:numCache><c:formatCode>{Escape(format)}</c:formatCode>"
            + $"<c:ptCount val=\"{numbers.Count}"
            + $"\"/>{string.Concat(numbers.Select((n, i) => n is { } v ? $"<c:pt idx=\"{i}\"><c:v>{Number(v)}</c:v></c:pt>" : ""))}</c:numCache></c:numRef>";

    private static string Category(int id, int crosses, string position, bool reversed, bool hidden)
        => $"<c:catAx><c:axId val=\"{id}\"/><c:scaling><c:orientation val=\"{(reversed ? "maxMin" : "minMax")}\"/></c:scaling>"
            + $"<c:delete val=\"{(hidden ? 1 : 0)}\"/><c:axPos val=\"{position}\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>"
            + "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>"
            + $"<c:spPr>{Stroke(Palette.NativeAxis, 9525, false)}</c:spPr>{TextProperties(800)}<c:crossAx val=\"{crosses}\"/><c:crosses val=\"autoZero\"/>"
            + "<c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/></c:catAx>";

    private static string Value(
        int id, int crosses, string position, string? title, string format, double? minimum, double? maximum, bool framed, string crossing,
        bool grid = true)
    {
        var scale = (maximum is { } top ? $"<c:max val=\"{Number(top)}\"/>" : "") + (minimum is { } bottom ? $"<c:min val=\"{Number(bottom)}\"/>" : "");
        return $"<c:valAx><c:axId val=\"{id}\"/><c:scaling><c:orientation val=\"minMax\"/>{scale}</c:scaling><c:delete val=\"{(framed ? 0 : 1)}\"/>"
            + $"<c:axPos val=\"{position}\"/>"
            + (grid && framed ? $"<c:majorGridlines><c:spPr>{Stroke(Palette.Rule, 6350, false)}</c:spPr></c:majorGridlines>" : "")
            + (title is null ? "" : Title(title, 800, bold: false, turned: position != "b"))
            + $"<c:numFmt formatCode=\"{Escape(format)}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
            + $"<c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{TextProperties(800)}<c:crossAx val=\"{crosses}\"/>"
            + $"<c:crosses val=\"{crossing}\"/><c:crossBetween val=\"between\"/></c:valAx>";
    }

    /// <summary>A title.</summary>
    internal static string Title(string text, int size, bool bold, bool turned)
        => $"<c:title><c:tx><c:rich><a:bodyPr{(turned ? " rot=\"-5400000\" vert=\"horz\"" : "")}/><a:lstStyle/><a:p><a:pPr>"
            + $"<a:defRPr sz=\"{size}\" b=\"{(bold ? 1 : 0)}\"/></a:pPr><a:r><a:rPr lang=\"zh-CN\" sz=\"{size}\" b=\"{(bold ? 1 : 0)}"
            + $"\">{Fill(bold ? Palette.Navy : Palette.Soft)}{Font}</a:rPr><a:t>{Escape(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/>"
            + "</c:title>";

    /// <summary>How texts are set.</summary>
    internal static string TextProperties(int size)
        => $"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\" b=\"0\">{Fill(Palette.ShapeInk)}{Font}</a:defRPr></a:pPr>"
            + "<a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>";

    /// <summary>A fill of one colour.</summary>
    internal static string Fill(string colour) => $"<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>";

    /// <summary>A line.</summary>
    internal static string Stroke(string colour, int width, bool dashed)
        => $"<a:ln w=\"{width}\" cap=\"rnd\">{Fill(colour)}{(dashed ? "<a:prstDash val=\"dash\"/>" : "")}<a:round/></a:ln>";

    /// <summary>A text as markup.</summary>
    internal static string Escape(string text) => SheetText.Markup(text);

    /// <summary>A number as it is read back exactly.</summary>
    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
