using System.Xml.Linq;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Charts;

public class ChartFilesTests
{
    [Fact]
    public void FullReport_GivesEveryChartOnceUnderAnAsciiName()
    {
        var names = Render(SampleReport.Full(), "zh-CN").Select(f => f.Name).ToList();
        names.ShouldBe([
            "pareto-category.svg", "pareto-cause.svg", "pareto-cause-escalations.svg", "pareto-cause-handling-hours.svg", "pareto-cause-increase.svg",
            "pareto-two-levels.svg",
            "trend-complaints.svg", "trend-complaints-per10k-subscribers.svg", "trend-escalated-share.svg", "trend-repeat-share.svg",
            "trend-first-reply-within-limit-share.svg",
            "trend-handling-hours-p50.svg", "trend-handling-hours-p90.svg", "trend-satisfaction-score.svg", "heatmap-arpu-age.svg", "heatmap-arpu-data-mb.svg",
            "segment-arpu.svg", "segment-age.svg", "segment-data-mb.svg", "segment-brand.svg", "segment-gender.svg", "segment-channel.svg",
            "segment-region.svg", "fishbone.svg",
            "satisfaction-paths.svg", "satisfaction-index.svg", "satisfaction-priorities-constructs.svg", "satisfaction-priorities.svg"]);
        names.ShouldAllBe(n => n.All(char.IsAscii));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void SameReport_GivesTheSameBytes(string language)
        => Render(SampleReport.Full(), language).ShouldBe(Render(SampleReport.Full(), language));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void EveryFile_StandsAloneAndSaysWhatItIs(string language)
    {
        foreach (var file in Render(SampleReport.Full(), language))
        {
            var root = XElement.Parse(file.Svg);
            root.Name.ShouldBe(XName.Get("svg", "http://www.w3.org/2000/svg"));
            root.Attribute("role")!.Value.ShouldBe("img");
            root.Attribute(XNamespace.Xml + "lang")!.Value.ShouldBe(language);
            root.Elements().First().Name.LocalName.ShouldBe("title");
            root.Elements().First().Value.Length.ShouldBeGreaterThan(2);
            root.Elements().Single(e => e.Name.LocalName == "desc").Value.Any(char.IsAsciiDigit).ShouldBeTrue(file.Name);
            file.Svg.ShouldNotContain("href");
            file.Svg.ShouldNotContain("var(--");
            file.Svg.ShouldNotContain("clip-path");
            file.Svg.ShouldNotContain("NaN");
            file.Svg.ShouldNotContain("Infinity");
            file.Svg.ShouldNotContain("{0}");
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void FullReport_HasNoTextOnAnotherAndNoneOffTheSheet(string language)
    {
        foreach (var report in (Report[])[SampleReport.Full(), SampleReport.NoSubscribers()])
        {
            foreach (var (name, drawing) in Drawing.All(report, language))
            {
                drawing.Collisions().ShouldBeEmpty(name);
                drawing.OutsideSheet().ShouldBeEmpty(name);
            }
        }
    }

    [Fact]
    public void HostileLabels_AreEscapedAndControlCharactersDropped()
    {
        const string hostile = "<script>alert(\"1\")</script>&\u0001\uFFFE=HYPERLINK 😀";
        var report = SampleReport.Full();
        var changed = report with
        {
            Segments = [report.Segments[0] with { Rows = [.. report.Segments[0].Rows.Select((r, i) => i == 0 ? r with { Label = hostile } : r)] }],
            Paretos = [.. report.Paretos.Select(p => p with { Items = [.. p.Items.Select((item, i) => i == 0 ? item with { Label = hostile } : item)] })],
            Causes = [report.Causes[0] with { Label = hostile }],
        };
        foreach (var file in Render(changed, "zh-CN").Where(f =>
            !f.Name.StartsWith("trend", StringComparison.Ordinal)
                && !f.Name.StartsWith("heatmap", StringComparison.Ordinal)
                && !f.Name.StartsWith("satisfaction", StringComparison.Ordinal)))
        {
            file.Svg.ShouldNotContain("<script");
            XElement.Parse(file.Svg).Value.ShouldContain("<script>", Case.Sensitive, file.Name);
        }
    }

    private static IReadOnlyList<ChartFile> Render(Report report, string language) => ChartFiles.Render(report, new ReportWords(language, report));
}
