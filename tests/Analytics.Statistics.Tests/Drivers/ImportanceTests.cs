using Analytics.Core;
using Analytics.Statistics.Drivers;
using Analytics.Statistics.Intervals;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.Tests.PathModels;

namespace Analytics.Statistics.Tests.Drivers;

public sealed class ImportanceTests
{
    private static readonly ImportancePoint[] Points =
    [
        new("coverage", 0.4, 60), new("clarity", 0.5, 80), new("price", 0.1, 50), new("service", 0.2, 90),
    ];

    [Fact]
    public void Place_FourPoints_FillTheFourQuadrants()
    {
        var chart = ImportancePerformance.Of(Points, new ImportanceCut());
        (chart.ImportanceCut, chart.PerformanceCut)
            .ShouldSatisfyAllConditions(() => chart.ImportanceCut.ShouldBe(0.3, 1e-12), () => chart.PerformanceCut.ShouldBe(70, 1e-12));
        chart.Points.Select(p => p.Quadrant).ShouldBe([Quadrant.ImproveFirst, Quadrant.KeepUp, Quadrant.ImproveNext, Quadrant.Maintain]);
        chart.Points.Select(p => Math.Round(p.Priority, 9)).ShouldBe([16, 10, 5, 2]);
        chart.Points.Select(p => p.Rank).ShouldBe([1, 2, 3, 4]);
        chart.Points.ShouldAllBe(p => !p.IsBoundary);
    }

    [Fact]
    public void Place_OtherCuts_MoveTheQuadrants()
    {
        ImportancePerformance.Of([.. Points, new("hall", 0.9, 95)], new ImportanceCut(CutKind.Medians)).PerformanceCut.ShouldBe(80);
        ImportancePerformance.Of(Points, new ImportanceCut(CutKind.Targets, 0, 85)).Points.Select(p => p.Quadrant)
            .ShouldBe([Quadrant.ImproveFirst, Quadrant.ImproveFirst, Quadrant.ImproveFirst, Quadrant.KeepUp]);
    }

    [Fact]
    public void Place_IntervalAcrossACut_IsABoundary()
    {
        ImportancePoint[] points =
        [
            Points[0] with { PerformanceInterval = new ConfidenceInterval(55, 72) },
            Points[1] with { ImportanceInterval = new ConfidenceInterval(0.4, 0.6) },
            Points[2],
            Points[3]
        ];
        ImportancePerformance.Of(points, new ImportanceCut()).Points.Select(p => p.IsBoundary).ShouldBe([true, false, false, false]);
    }

    [Fact]
    public void Place_NothingAndTies_AreOrdinaryCases()
    {
        ImportancePerformance.Of([], new ImportanceCut()).Points.ShouldBeEmpty();
        ImportancePerformance.Of([Points[0], Points[0] with { Name = "twin" }, Points[3]], new ImportanceCut()).Points.Select(p => p.Rank).ShouldBe([1, 1, 3]);
    }

    [Fact]
    public void Map_S2_EqualsRegressionsOnRescaledScoresInR()
    {
        // R 4.2: scores of seminr's weights between all-1 and all-10 answers, lm on them; effects along both ways added up.
        var fit = PlsPathModel.Fit(MobiModels.S2(), SurveyData.Mobi());
        var map = ImportanceMap.Of(fit, SurveyData.Mobi(), "Satisfaction");
        map.TargetIndex.ShouldBe(72.6158703806075, 1e-7);
        map.Constructs.Select(c => c.Name).ShouldBe(["Image", "Expectation", "Value"]);
        map.Constructs.Select(c => c.Performance).ShouldBe([73.3289977377177, 72.4604041284284, 62.3795201626489], 1e-7);
        map.Constructs.Select(c => c.Importance).ShouldBe([0.611928533561918, 0.223484180781156, 0.220994568346945], 1e-8);
        map.Items.Take(5)
            .Select(i => i.Importance)
            .ShouldBe([0.145390911776244, 0.108275979521618, 0.080051437385988, 0.143563509075878, 0.13464669580219], 1e-8);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Map_Resampled_HasIntervalsAroundTheSameNumbers(Survey survey)
    {
        var fit = PlsPathModel.Fit(MobiModels.Ecsi(), SurveyData.Phone(survey));
        var bootstrap = PathModelBootstrap.Run(MobiModels.Ecsi(), SurveyData.Phone(survey), new BootstrapSettings { Resamples = 200, Target = "Satisfaction" });
        var map = ImportanceMap.Of(fit, SurveyData.Phone(survey), "Satisfaction", bootstrap);
        map.TargetInterval!.Value.Lower.ShouldBeInRange(survey == Survey.Seeded ? 60 : 65, map.TargetIndex);
        foreach (var point in map.Constructs.Concat(map.Items))
        {
            (point.ImportanceInterval!.Value.Lower < point.Importance && point.Importance < point.ImportanceInterval.Value.Upper)
                .ShouldBeTrue(point.ToString());
        }

        foreach (var point in map.Constructs)
        {
            bootstrap.Find(ParameterKind.IndexEffect, point.Name, "Satisfaction")!.Estimate.ShouldBe(point.Importance, 1e-12);
            bootstrap.Find(ParameterKind.Index, "", point.Name)!.Estimate.ShouldBe(point.Performance, 1e-9);
        }

        map.Items.ShouldAllBe(i => Math.Abs(bootstrap.Find(ParameterKind.ItemEffect, i.Name, "Satisfaction")!.Estimate - i.Importance) < 1e-12);
    }

    [Fact]
    public void Map_NegativeWeight_LeavesTheConstructOutWithItsReason()
    {
        var map = ImportanceMap.Of(PlsPathModel.Fit(MobiModels.Basic(), SurveyData.Mobi()), SurveyData.Mobi(), "Loyalty");
        map.LeftOut.ShouldBe(["the weight of 'PERQ6' in 'Quality' is negative"]);
        map.Constructs.Select(c => c.Name).ShouldBe(["Image", "Expectation", "Complaints"]);
    }

    [Fact]
    public void Map_NothingWithAnIndexLeft_IsRefusedByItem()
    {
        var only = MobiModels.Basic() with
        {
            Constructs = [.. MobiModels.Basic().Constructs.Where(c => c.Name is "Quality" or "Loyalty")],
            Paths = [new("Quality", "Loyalty")],
        };
        var mobi = SurveyData.Mobi();
        var fit = PlsPathModel.Fit(only, mobi);
        Should.Throw<AnalyticsException>(() => ImportanceMap.Of(fit, mobi, "Loyalty"))
            .Message.ShouldContain("in 'Quality' is negative");
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Map_ConstructNothingActsOn_IsRefused(Survey survey)
    {
        var mobi = SurveyData.Phone(survey);
        var fit = PlsPathModel.Fit(MobiModels.S1(), mobi);
        Should.Throw<AnalyticsException>(() => ImportanceMap.Of(fit, mobi, "Image")).Message.ShouldContain("no construct of the model acts on it");
    }
}
