using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Charts;
using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Sections.Causes;

public class FishboneChartTests
{
    [Fact]
    public void Branches_AreTheCategoriesAndBonesTheCausesWithCountsAndChange()
    {
        var chart = Drawing.Of(SampleReport.Full(), "fishbone.svg");
        foreach (var category in SampleReport.Full().Causes)
        {
            var name = category.Label is { Length: > 0 } label ? label : "未知";
            chart.Texts.ShouldContain(name);
            foreach (var cause in category.Children.Where(c => c.Label is { Length: > 0 }))
            {
                chart.Texts.ShouldContain(cause.Label!);
            }
        }

        chart.Texts.ShouldContain("1,204 ▲344");
        chart.Texts.ShouldContain("988 ▼22");
        chart.Texts.ShouldContain("6,184 件");
    }

    [Fact]
    public void ManyCategories_TheSmallestAreSaidToBeLeftOut()
    {
        var report = Tree(14, 9, new Random(3));
        var chart = Drawing.Of(report, "fishbone.svg", "en");
        chart.Texts.ShouldContain(t => t.Contains("4 smaller categories are in the workbook only.", StringComparison.Ordinal));
        chart.Texts.Count(t => t == "+ 3 more").ShouldBe(10);
    }

    [Fact]
    public void HiddenCounts_ShowTheMark()
    {
        var node = new CauseNode("甲", Figure.Suppressed, Figure.Suppressed, Figure.Suppressed, Figure.Suppressed, []);
        var chart = Drawing.Of(SampleReport.Empty() with { Causes = [node] }, "fishbone.svg");
        chart.Texts.ShouldContain("○");
    }

    [Fact]
    public void AnyTree_GivesNoTextOnAnother()
    {
        var random = new Random(11);
        for (var round = 0; round < 30; round++)
        {
            var chart = Drawing.Of(Tree(random.Next(1, 13), random.Next(0, 9), random), "fishbone.svg");
            chart.Collisions().ShouldBeEmpty($"round {round}");
            chart.OutsideSheet().ShouldBeEmpty($"round {round}");
        }
    }

    private static Report Tree(int categories, int causes, Random random)
    {
        CauseNode Node(int i, IReadOnlyList<CauseNode> children)
            => new(
                RandomLabels.Next(random, i), Figure.Of(random.Next(100_000)), Figure.Of(3), Figure.Of(random.Next(-500, 500)),
                Figure.Of(random.NextDouble(), 100), children);
        return SampleReport.Empty() with
        {
            Causes = [.. Enumerable.Range(0, categories).Select(i => Node(i, [.. Enumerable.Range(0, causes).Select(j => Node(j, []))]))],
        };
    }
}
