using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Charts;
using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Sections.Pareto;

public class ParetoChartTests
{
    private static readonly ParetoTable Causes = SampleReport.Full().Paretos.First(p => p is { Level: "cause", Measure: ParetoMeasure.Count });

    [Fact]
    public void Columns_AreAsHighAsTheirShareOfTheTotal()
    {
        var chart = Drawing.Of(SampleReport.Full(), "pareto-cause.svg");
        var heights = chart.Within("rz-column-series", "path").Select(p => Span(p.Attribute("d")!.Value)).ToList();
        heights.Count.ShouldBe(Causes.Items.Count);
        for (var i = 0; i < heights.Count; i++)
        {
            heights[i].Bottom.ShouldBe(420, 0.01);
            (heights[i].Bottom - heights[i].Top).ShouldBe(420 * Causes.Items[i].Value / Causes.Total, 0.02, Causes.Items[i].Label);
        }
    }

    [Fact]
    public void Line_StartsOnTheFirstColumnAndEndsAtOneHundredPercent()
    {
        var chart = Drawing.Of(SampleReport.Full(), "pareto-cause.svg");
        var line = Drawing.Numbers(chart.Within("rz-line-series", "path").First().Attribute("d")!.Value);
        var heights = line.Where((_, i) => i % 2 == 1).ToList();
        heights.Count.ShouldBe(Causes.Items.Count);
        for (var i = 0; i < heights.Count; i++)
        {
            heights[i].ShouldBe(420 * (1 - Causes.Items[i].CumulativeShare), 0.02);
        }

        heights[^1].ShouldBe(0, 0.02);
    }

    [Fact]
    public void Columns_CarryClassColoursAndHintsWithAllTheirNumbers()
    {
        var chart = Drawing.Of(SampleReport.Full(), "pareto-cause.svg", "en");
        var columns = chart.Within("rz-column-series", "path").ToList();
        var colours = Causes.Items.Select(i =>
            i.Label is null ? "#C9CED6" : i.Class switch { ParetoClass.A => "#1F5AA6", ParetoClass.B => "#6F9BD1", _ => "#C3D4E9" });
        columns.Select(c => c.Attribute("style")!.Value.Split(';').Single(r => r.StartsWith("fill:", StringComparison.Ordinal))[5..].Trim()).ShouldBe(colours);
        Drawing.Hint(columns[0]).ShouldBe("Slow data: 1,204 cases, share 19.5% [18.5%, 20.5%], cumulative 19.5%, class A");
    }

    [Fact]
    public void EveryLabel_IsShownWholeOrCutWithItsWholeTextAsHint()
    {
        var report = WithLabels(["短", "A quite long English cause of complaints that nobody could fit under a column", "未经用户确认擅自开通增值业务并持续扣费数月且拒绝退费"]);
        var chart = Drawing.Of(report, "pareto-cause.svg");
        var whole = string.Concat(chart.Texts) + string.Concat(chart.Elements("text").Select(Drawing.Hint));
        foreach (var item in report.Paretos[0].Items)
        {
            whole.Replace(" ", "").ShouldContain(item.Label!.Replace(" ", ""), Case.Sensitive);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(27)]
    [InlineData(40)]
    public void AnyNumberOfItems_GivesNoTextOnAnother(int items)
    {
        var random = new Random(items);
        for (var round = 0; round < 6; round++)
        {
            var report = WithLabels([.. Enumerable.Range(0, items).Select(i => RandomLabels.Next(random, i))], random);
            foreach (var (name, chart) in Drawing.All(report).Where(c => c.Name.StartsWith("pareto", StringComparison.Ordinal)))
            {
                chart.Collisions().ShouldBeEmpty($"{name} of {items}, round {round}");
                chart.OutsideSheet().ShouldBeEmpty($"{name} of {items}, round {round}");
            }
        }
    }

    [Fact]
    public void TwoLevels_BarsAreProportionalAndCausesFollowTheirCategory()
    {
        var report = SampleReport.Full();
        var chart = Drawing.Of(report, "pareto-two-levels.svg");
        var bars = chart.Elements("rect").Where(r => Drawing.Hint(r).Length > 0).ToList();
        var categories = report.Paretos.First(p => p.Level == "category");
        var expected = categories.Items
            .SelectMany(c => report.Paretos.Where(p => p.Within == c.Label && p.Within is not null).SelectMany(p => p.Items).Prepend(c))
            .ToList();
        bars.Count.ShouldBe(expected.Count);
        var perUnit = Drawing.Number(bars[0], "width") / expected[0].Value;
        for (var i = 0; i < bars.Count; i++)
        {
            Drawing.Number(bars[i], "width").ShouldBe(Math.Max(0.5, perUnit * expected[i].Value), 0.02);
        }
    }

    private static Report WithLabels(string[] labels, Random? random = null)
    {
        var values = labels.Select((_, i) => random is null ? 100.0 - i : Math.Floor(Math.Exp(random.NextDouble() * 12)) + 1).OrderDescending().ToArray();
        var total = values.Sum();
        var cumulative = 0d;
        var items = labels.Select((label, i) =>
        {
            cumulative += values[i];
            var share = cumulative / total;
            return new ParetoItem(
                label, 1, i + 1, values[i], Figure.Of(values[i] / total, total), Math.Min(1, share),
                share <= 0.8 ? ParetoClass.A : share <= 0.9 ? ParetoClass.B : ParetoClass.C, Figure.Of(1), Figure.Of(0));
        }).ToList();
        var within = new ParetoTable("cause-in-category", labels[0], ParetoMeasure.Count, total, items);
        return SampleReport.Empty() with
        {
            Paretos = [new("cause", null, ParetoMeasure.Count, total, items), new("category", null, ParetoMeasure.Count, total, items), within],
        };
    }

    private static (double Top, double Bottom) Span(string path)
    {
        var numbers = path.Split(['M', 'L', 'A', 'Z'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Drawing.Numbers)
            .Where(n => n.Length is 2 or 7)
            .Select(n => n[^1])
            .ToList();
        return (numbers.Min(), numbers.Max());
    }
}
