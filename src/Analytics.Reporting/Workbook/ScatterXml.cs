using System.Text;

namespace Analytics.Reporting.Workbook;

/// <summary>Writes the plot of a native scatter chart (ECMA-376 Part 1, 21.2.2.161). Element order is the schema's.</summary>
internal static class ScatterXml
{
    private const int AcrossAxis = 201;
    private const int UpAxis = 202;

    /// <summary>What stands in the chart's plot area.</summary>
    public static string Plot(ScatterPlot plot)
    {
        var series = new StringBuilder();
        var index = 0;
        foreach (var line in plot.Lines)
        {
            series.Append(Line(line, index++));
        }

        foreach (var point in plot.Points)
        {
            series.Append(Point(point, index++));
        }

        return $"<c:layout/><c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>{series}<c:axId val=\"{AcrossAxis}\"/>"
            + $"<c:axId val=\"{UpAxis}\"/></c:scatterChart>"
            + Axis(AcrossAxis, UpAxis, "b", plot.Across) + Axis(UpAxis, AcrossAxis, "l", plot.Up);
    }

    private static string Line(ScatterLine line, int index)
        => $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:v>{ChartXml.Escape(line.Name)}</c:v></c:tx>"
            + $"<c:spPr>{ChartXml.Stroke(Palette.Grey, 12700, dashed: true)}</c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>"
            + $"<c:xVal>{Numbers(line.AcrossCells, line.Across)}</c:xVal><c:yVal>{Numbers(line.UpCells, line.Up)}</c:yVal><c:smooth val=\"0\"/></c:ser>";

    private static string Point(ScatterPoint point, int index)
    {
        var name = $"<c:strRef><c:f>{ChartXml.Escape(point.NameCell)}</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\">"
            + $"<c:v>{ChartXml.Escape(point.Name)}</c:v></c:pt></c:strCache></c:strRef>";
        var marker = $"<c:marker><c:symbol val=\"circle\"/><c:size val=\"8\"/><c:spPr>{ChartXml.Fill(point.Fill)}"
            + $"{ChartXml.Stroke(point.Colour, 19050, dashed: false)}</c:spPr></c:marker>";
        var label = $"<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{ChartXml.TextProperties(800)}<c:dLblPos val=\"{point.Side}\"/>"
            + "<c:showLegendKey val=\"0\"/><c:showVal val=\"0\"/><c:showCatName val=\"0\"/><c:showSerName val=\"1\"/><c:showPercent val=\"0\"/>"
            + "<c:showBubbleSize val=\"0\"/></c:dLbls>";
        return $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx>{name}</c:tx><c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln>"
            + $"</c:spPr>{marker}{label}"
            + $"<c:xVal>{Numbers(point.AcrossCell, [point.Across])}</c:xVal><c:yVal>{Numbers(point.UpCell, [point.Up])}</c:yVal><c:smooth val=\"0\"/></c:ser>";
    }

    private static string Numbers(string cells, IReadOnlyList<double> numbers) => ChartXml.NumberReference(cells, [.. numbers], "General");

    private static string Axis(int id, int crosses, string position, ScatterAxis axis)
        => $"<c:valAx><c:axId val=\"{id}\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"{ChartXml.Number(axis.Maximum)}\"/>"
            + $"<c:min val=\"{ChartXml.Number(axis.Minimum)}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{position}\"/>"
            + ChartXml.Title(axis.Title, 800, bold: false, turned: position != "b")
            + $"<c:numFmt formatCode=\"{ChartXml.Escape(axis.Format)}\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
            + $"<c:tickLblPos val=\"low\"/><c:spPr>{ChartXml.Stroke(Palette.NativeAxis, 9525, dashed: false)}</c:spPr>{ChartXml.TextProperties(800)}"
            + $"<c:crossAx val=\"{crosses}\"/><c:crosses val=\"min\"/><c:crossBetween val=\"midCat\"/><c:majorUnit val=\"{ChartXml.Number(axis.Step)}\"/>"
            + "</c:valAx>";
}
