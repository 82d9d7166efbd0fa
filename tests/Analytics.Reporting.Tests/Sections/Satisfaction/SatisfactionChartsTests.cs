using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Tests.Charts;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Sections.Satisfaction;

public class SatisfactionChartsTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void PathDiagram_EightConstructsFourteenPaths_HasNoTextOnALineAndNoLineThroughABox(string language)
    {
        var chart = Drawing.Of(SampleReport.Full(), "satisfaction-paths.svg", language);

        chart.Elements("rect", "construct").Count().ShouldBe(8);
        chart.Elements("g", "path").Count().ShouldBe(14);
        Touching(chart).ShouldBeEmpty();
    }

    [Fact]
    public void PathDiagram_Paths_CarryCoefficientStarsAndDashes()
    {
        var chart = Drawing.Of(SampleReport.Full(), "satisfaction-paths.svg");

        chart.Texts.Where(t => t.Contains("0.", StringComparison.Ordinal) && !t.Contains("R²", StringComparison.Ordinal) && !t.Contains('p')).ShouldBe(
            [
                "0.44***", "0.39***", "0.34***", "0.29***", "0.31***", "0.24***", "0.03", "0.14***", "0.30***", "0.16***", "0.11**", "0.26***",
                "0.55***", "−0.02"]);
        chart.Within("path", "path").Count(p => p.Attribute("stroke-dasharray") is not null).ShouldBe(2);
        chart.Texts.ShouldContain("指数 67.8 · R² 0.55");
        chart.Texts.ShouldContain("指数 72.2");
    }

    [Fact]
    public void PathDiagram_Columns_RunFromCausesToEffects()
    {
        var chart = Drawing.Of(SampleReport.Full(), "satisfaction-paths.svg");
        var left = SampleModel.Constructs
            .Zip(chart.Elements("rect", "construct").Select(r => Drawing.Number(r, "x")))
            .ToDictionary(x => x.First, x => x.Second);

        SampleModel.Full().Paths.ShouldAllBe(p => left[p.From] < left[p.To]);
    }

    [Fact]
    public void PathDiagram_AnyModel_HasNoTextOnAnotherAndNoLineThroughABox()
    {
        var random = new Random(7);
        for (var round = 0; round < 25; round++)
        {
            var chart = Drawing.Of(WithModel(Any(random)), "satisfaction-paths.svg");
            chart.Collisions().ShouldBeEmpty($"round {round}");
            chart.OutsideSheet().ShouldBeEmpty($"round {round}");
            Boxed(chart).ShouldBeEmpty($"round {round}");
        }
    }

    [Fact]
    public void PathDiagram_OfACircle_IsDrawnAllTheSame()
    {
        var model = SampleModel.Full();
        var circle = model with { Paths = [.. model.Paths, model.Paths[0] with { From = "忠诚", To = "品牌形象" }] };

        Drawing.Of(WithModel(circle), "satisfaction-paths.svg").Elements("g", "path").Count().ShouldBe(15);
    }

    [Fact]
    public void Priorities_EveryPoint_IsInTheListInItsQuadrantsColour()
    {
        var chart = Drawing.Of(SampleReport.Full(), "satisfaction-priorities.svg");
        var points = SampleReport.Full().Satisfaction!.Improvement!.Items.Points;

        chart.Elements("circle", "point").Count().ShouldBe(points.Count);
        foreach (var point in points)
        {
            chart.Texts.ShouldContain($"{point.Rank} {point.Name}");
        }

        chart.Elements("circle", "point").Zip(points).Where(p => p.Second.IsBoundary).ShouldAllBe(p => p.First.Attribute("fill")!.Value == "#fff");
        chart.Texts.ShouldContain("■ 重点改善");
    }

    [Fact]
    public void Priorities_AnyMap_HaveNoTextOnAnother()
    {
        var random = new Random(5);
        for (var round = 0; round < 25; round++)
        {
            var improvement = SampleImprovement.FromDrivers();
            ImprovementPoint Point(int i)
            {
                var (importance, performance) = (random.NextDouble() * 0.2, 55 + (random.NextDouble() * 30));
                return new ImprovementPoint(
                    RandomLabels.Next(random, i), null, Figure.Of(importance, 300, importance - 0.02, importance + 0.02),
                    Figure.Of(performance, 300, performance - 2, performance + 2), (ImprovementQuadrant)random.Next(4), random.Next(3) == 0,
                    importance * (100 - performance), i + 1, null);
            }

            var map = new ImprovementMap(0.1, 70, [.. Enumerable.Range(0, random.Next(2, 45)).Select(Point)]);
            var chart = Drawing.Of(
                SampleReport.Empty() with { Satisfaction = SampleSatisfaction.HeldBack() with { Improvement = improvement with { Items = map } } },
                "satisfaction-priorities.svg");
            chart.Collisions().ShouldBeEmpty($"round {round}");
            chart.OutsideSheet().ShouldBeEmpty($"round {round}");
        }
    }

    [Fact]
    public void IndexTrend_LineAndBand_BreakWhereAWaveIsHidden()
    {
        var chart = Drawing.Of(SampleReport.Full(), "satisfaction-index.svg", "en");

        (chart.Elements("path", "line").Count(), chart.Elements("path", "band").Count()).ShouldBe((2, 2));
        chart.Elements("path", "line").Select(l => l.Attribute("d")!.Value.Count(c => c is 'M' or 'L')).ShouldBe([5, 7]);
        chart.Texts.ShouldContain("67.80");
    }

    [Fact]
    public void HeldBackModel_HasNoPathDiagramAndSaysWhy()
    {
        var report = SampleReport.Full() with { Satisfaction = SampleSatisfaction.HeldBack() };
        var words = new ReportWords("en", report);

        ChartFiles.Render(report, words)
            .Select(f => f.Name)
            .Where(n => n.StartsWith("satisfaction", StringComparison.Ordinal))
            .ShouldBe(["satisfaction-index.svg", "satisfaction-priorities.svg"]);
        ChartFiles.NotDrawn(report, words).ShouldContain("No chart of Path diagram of the satisfaction model (the operator's own model): the reliability "
            + "and validity gate holds the model back");
    }

    private static Report WithModel(SatisfactionModel model) => SampleReport.Empty() with { Satisfaction = SampleSatisfaction.Full() with { Model = model } };

    private static SatisfactionModel Any(Random random)
    {
        var full = SampleModel.Full();
        string[] names = [.. Enumerable.Range(0, random.Next(2, 9)).Select(i => RandomLabels.Next(random, i))];
        var paths = Enumerable.Range(1, names.Length - 1).SelectMany(to =>
            Enumerable.Range(0, to)
                .Where(from => from == to - 1 || random.Next(3) == 0)
                .Select(from => full.Paths[random.Next(full.Paths.Count)] with { From = names[from], To = names[to] }));
        return full with { Target = names[^1], Constructs = [.. names.Select((n, i) => full.Constructs[i] with { Name = n })], Paths = [.. paths] };
    }

    /// <summary>Lines of the sample that run through a box or a coefficient that is not theirs; lines that are not significant are drawn first.</summary>
    private static IEnumerable<string> Touching(Drawing chart)
    {
        var inOrder = SampleModel.Full().Paths.Zip(chart.Boxes().Where(b =>
            b.Text.Contains("0.", StringComparison.Ordinal) && !b.Text.Contains("R²", StringComparison.Ordinal) && !b.Text.Contains('p')));
        var labels = inOrder.OrderBy(l => l.First.IsSignificant).Select(l => l.Second).ToList();
        var curves = Curves(chart).ToList();
        for (var i = 0; i < curves.Count; i++)
        {
            for (var k = 0; k < labels.Count; k++)
            {
                if (i != k && curves[i].Any(p => p.X > labels[k].Left && p.X < labels[k].Right && p.Y > labels[k].Top && p.Y < labels[k].Bottom))
                {
                    yield return $"line {i} on {labels[k].Text}";
                }
            }
        }

        foreach (var box in Boxed(chart))
        {
            yield return box;
        }
    }

    private static IEnumerable<string> Boxed(Drawing chart)
    {
        var boxes = chart.Elements("rect", "construct")
            .Select(r => (X: Drawing.Number(r, "x"), Y: Drawing.Number(r, "y"), W: Drawing.Number(r, "width"), H: Drawing.Number(r, "height")))
            .ToList();
        foreach (var (curve, i) in Curves(chart).Select((c, i) => (c, i)))
        {
            if (boxes.Exists(b => curve.Any(p => p.X > b.X + 1 && p.X < b.X + b.W - 1 && p.Y > b.Y + 1 && p.Y < b.Y + b.H - 1)))
            {
                yield return $"line {i} through a box";
            }
        }
    }

    /// <summary>Points along every path, from its markup: M x y C … L x y C ….</summary>
    private static IEnumerable<List<(double X, double Y)>> Curves(Drawing chart)
    {
        foreach (var group in chart.Elements("g", "path"))
        {
            var down = Drawing.Numbers(group.Attribute("transform")!.Value)[1];
            var points = new List<(double X, double Y)>();
            foreach (var bend in group.Elements().First(e =>
                e.Name.LocalName == "path").Attribute("d")!.Value.Split('M', 'L').Where(b => b.Length > 0).Select(Drawing.Numbers))
            {
                for (var t = 0.0; t <= 1; t += 0.02)
                {
                    var (u, a, b, v) = ((1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t);
                    points.Add((
                        (u * bend[0]) + (a * bend[2]) + (b * bend[4]) + (v * bend[6]),
                        down + (u * bend[1]) + (a * bend[3]) + (b * bend[5]) + (v * bend[7])));
                }
            }

            yield return points;
        }
    }
}
