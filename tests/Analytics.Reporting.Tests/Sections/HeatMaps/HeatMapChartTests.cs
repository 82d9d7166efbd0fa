using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Charts;
using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Sections.HeatMaps;

public class HeatMapChartTests
{
    [Theory]
    [InlineData("heatmap-arpu-age.svg", 0)]
    [InlineData("heatmap-arpu-data-mb.svg", 1)]
    public void Cells_ShowTheirValueAndNOrNothingButTheMark(string file, int index)
    {
        var report = SampleReport.Full();
        var map = report.HeatMaps[index];
        var chart = Drawing.Of(report, file);
        var words = new Analytics.Reporting.Words.ReportWords("zh-CN", report);
        var rects = chart.Elements("rect", "cell").ToList();
        var cells = map.Cells.SelectMany(r => r).ToList();
        rects.Count.ShouldBe(cells.Count);
        foreach (var (rect, cell) in rects.Zip(cells))
        {
            var inside = TextsIn(chart, rect);
            switch (cell.Value.State)
            {
                case FigureState.Suppressed:
                    inside.ShouldBe(["○"]);
                    rect.Attribute("fill")!.Value.ShouldBe("url(#hidden)");
                    Drawing.Hint(rect).ShouldContain("已隐藏");
                    break;
                case FigureState.Absent:
                    inside.ShouldBe(["—"]);
                    break;
                default:
                    inside.Count.ShouldBe(2);
                    inside[0].TrimEnd('▲', '▼', ' ').ShouldBe(words.Figure(cell.Value, map.Unit));
                    inside[1].ShouldBe("n=" + words.Figure(cell.Complaints, MeasureUnit.Count));
                    break;
            }
        }
    }

    [Fact]
    public void HiddenCells_LeaveNoNumberAnywhereInTheFile()
    {
        var hidden = new HeatMapCell(Figure.Suppressed, Figure.Of(4000), Figure.Suppressed, Figure.Suppressed);
        var map = new HeatMap("arpu", "age", ["≤20"], ["<18"], [[hidden]], MeasureUnit.Per10k);
        var report = SampleReport.Full();
        var svg = Analytics.Reporting.Sections.HeatMaps.HeatMapChart.Draw(map, report.Header, new Analytics.Reporting.Words.ReportWords("en", report));
        svg.ShouldContain("No cell can be shown. Hidden cells: 1.");
        Drawing.All(report with { HeatMaps = [map] }, "en").ShouldNotContain(c => c.Name.StartsWith("heatmap", StringComparison.Ordinal));
    }

    [Fact]
    public void DarkerCells_HaveHigherValues()
    {
        var report = SampleReport.Full();
        var chart = Drawing.Of(report, "heatmap-arpu-age.svg");
        var shades = chart.Elements("rect", "cell").Zip(report.HeatMaps[0].Cells.SelectMany(r => r))
            .Where(p => p.Second.Value.State == FigureState.Known).OrderBy(p => p.Second.Value.Value)
            .Select(p => Convert.ToInt32(p.First.Attribute("fill")!.Value[1..3], 16)).ToList();
        shades.ShouldBe(shades.OrderDescending());
    }

    private static List<string> TextsIn(Drawing chart, System.Xml.Linq.XElement rect)
    {
        var (x, y, w, h) = (Drawing.Number(rect, "x"), Drawing.Number(rect, "y"), Drawing.Number(rect, "width"), Drawing.Number(rect, "height"));
        bool IsIn(System.Xml.Linq.XElement text)
            => Drawing.Number(text, "x") > x && Drawing.Number(text, "x") < x + w && Drawing.Number(text, "y") > y && Drawing.Number(text, "y") < y + h;
        return [.. chart.Elements("text").Where(IsIn).Select(Drawing.Shown)];
    }
}
