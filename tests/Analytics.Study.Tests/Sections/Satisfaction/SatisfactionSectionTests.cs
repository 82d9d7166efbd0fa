using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;

namespace Analytics.Study.Tests.Sections.Satisfaction;

/// <summary>The section against what a reader would compute by hand from the same rows.</summary>
public sealed class SatisfactionSectionTests
{
    private static readonly int Overall = Array.IndexOf(SurveyWorld.Items, "overall");

    [Fact]
    public void Brands_WithWeightsOfTheSurvey_AreTheWeightedMeansOfTheRows()
    {
        var world = new SurveyWorld().Fill(600, r => new()
        {
            Operator = r % 5 == 4 ? (r % 2 == 0 ? "rival" : "other") : "own",
            Brand = r % 5 == 4 ? "" : (r % 3) switch { 0 => "gold", 1 => "youth", _ => "mass" },
            Weight = r % 5 == 4 ? 1 : (r % 3) switch { 0 => 0.81, 1 => 0.54, _ => 1.65 },
        });
        var brands = world.Study().Section!.Brands!;

        double Mean(Func<SurveyWorld.Respondent, bool> keep) =>
            world.Respondents.Where(keep).Sum(r => r.Weight * (r.Answers[Overall] - 1) / 9 * 100) / world.Respondents.Where(keep).Sum(r => r.Weight);
        brands.Columns.ShouldBe(["overall", "A", "B", "C"]);
        brands.Rows.Select(r => (r.Kind, r.Name, r.Respondents, Math.Round(r.Scores[0].Value!.Value, 9))).ShouldBe([
            .. new[] { "gold", "mass", "youth" }.Select(b => (BrandRowKind.Brand, b, 160L, Math.Round(Mean(r => r.Brand == b), 9))),
            (BrandRowKind.Own, "own", 480L, Math.Round(Mean(r => r.Operator == "own"), 9)),
            (
                BrandRowKind.OwnUnweighted,
                "own",
                480L,
                Math.Round(world.Respondents.Where(r => r.Operator == "own").Average(r => (r.Answers[Overall] - 1) / 9 * 100), 9)),
            (BrandRowKind.Competitor, "other", 60L, Math.Round(Mean(r => r.Operator == "other"), 9)),
            (BrandRowKind.Competitor, "rival", 60L, Math.Round(Mean(r => r.Operator == "rival"), 9)),
            (BrandRowKind.AllCompetitors, "", 120L, Math.Round(Mean(r => r.Operator is "other" or "rival"), 9)),
        ]);
        brands.Weights.Select(w => (w.Brand, Math.Round(w.SampleShare, 9), Math.Round(w.Share, 9)))
            .ShouldBe([("gold", 0.333333333, 0.27), ("mass", 0.333333333, 0.55), ("youth", 0.333333333, 0.18)]);
        brands.Leads.Select(l => l.Against).ShouldBe(["other", "rival", ""]);
        brands.Leads[1].Leads[0].Value!.Value.ShouldBe(Mean(r => r.Operator == "own") - Mean(r => r.Operator == "rival"), 1e-9);
        brands.Leads.SelectMany(l => l.Verdicts).Distinct().ShouldBe([LeadVerdict.NotSignificant]);
    }

    [Fact]
    public void Weights_WithoutOwn_RestoreTheBaseShares()
    {
        var world = new SurveyWorld().Fill(500, r => new() { Brand = r % 2 == 0 ? "gold" : "mass", Region = r % 5 == 0 ? "north" : "south" });
        world.Base["brand"] = new Dictionary<string, double> { ["gold"] = 200, ["mass"] = 800, ["closed"] = 0 };
        world.Base["region"] = new Dictionary<string, double> { ["north"] = 600, ["south"] = 400, [""] = 50 };
        var section = world.Study().Section!;

        (section.Weighting.Method, string.Join(',', section.Weighting.Margins), section.Weighting.Converged, section.Weighting.Respondents)
            .ShouldBe((WeightingMethod.Raking, "brand,region", true, 500));
        section.Brands!.Weights.Select(w => (w.Brand, Math.Round(w.Share, 5))).ShouldBe([("gold", 0.2), ("mass", 0.8)]);

        // both margins are independent in the sample, so each weight is the product of the two ratios
        double Weight(SurveyWorld.Respondent r) => (r.Brand == "gold" ? 0.2 / 0.5 : 0.8 / 0.5) * (r.Region == "north" ? 0.6 / 0.2 : 0.4 / 0.8);
        var (sum, squares) = (world.Respondents.Sum(Weight), world.Respondents.Sum(r => Weight(r) * Weight(r)));
        section.Weighting.EffectiveRespondents.ShouldBe(sum * sum / squares, 0.01);
        section.Weighting.DesignEffect.ShouldBe(500 * squares / (sum * sum), 1e-4);
    }

    [Fact]
    public void Weights_CategoryOfFewRespondents_IsJoinedToTheRest()
    {
        var world = new SurveyWorld().Fill(300, r => new() { Region = r < 4 ? "tiny" : r < 10 ? "small" : r % 2 == 0 ? "north" : "south" });
        world.Base["region"] = new Dictionary<string, double> { ["tiny"] = 10, ["small"] = 20, ["north"] = 500, ["south"] = 400, ["empty"] = 70 };
        var section = world.Study().Section!;

        (section.Weighting.Method, section.Weighting.Converged).ShouldBe((WeightingMethod.Raking, true));
        section.Weighting.DesignEffect.ShouldBeInRange(1.0, 1.2);
    }

    [Fact]
    public void Trend_ByWave_IsTheIndexOfTheWaveWithTheWeightsOfTheWhole()
    {
        var world = new SurveyWorld().Fill(300);
        var model = world.Study().Section!.Model!;

        (model.FirstPeriod, model.LastPeriod, model.Target).ShouldBe(("2026-W44", "2026-W46", "C"));
        var items = model.Items.Where(i => i.Construct == "C").ToList();
        double[] raw = [.. items.Select(i => i.Weight.Value!.Value / Deviation(world, i.Item))];
        for (var wave = 0; wave < 3; wave++)
        {
            var rows = world.Respondents.Where(r => r.Wave == wave).ToList();
            var index = items.Select((item, i) => raw[i] * (rows.Average(r => r.Answers[Array.IndexOf(SurveyWorld.Items, item.Item)]) - 1))
                .Sum() / (9 * raw.Sum()) * 100;
            model.Trend[wave].Figure.Value!.Value.ShouldBe(index, 1e-6);
            model.Trend[wave].Figure.N.ShouldBe(100);
        }

        model.Constructs.Single(c => c.Name == "C").Index.Value!.Value.ShouldBe(model.Trend.Average(t => t.Figure.Value!.Value), 1e-6);
        model.Constructs.ShouldAllBe(c => c.Previous.Reason == AbsenceReasons.NotComparable);
    }

    [Fact]
    public void Trend_WaveOfFewRespondents_IsHiddenWithOneMore()
    {
        var world = new SurveyWorld().Fill(300);
        for (var r = 0; r < 300; r++)
        {
            world.Respondents[r] = world.Respondents[r] with { Wave = r < 4 ? 0 : r < 120 ? 1 : 2 };
        }

        world.Study().Section!.Model!.Trend.Select(t => t.Figure.State).ShouldBe([FigureState.Suppressed, FigureState.Suppressed, FigureState.Known]);
    }

    [Fact]
    public void Model_OneWaveWithEnoughRespondents_IsEstimatedAlone()
    {
        var model = new SurveyWorld().With(s => s with { WaveRespondents = 100 }).Fill(300).Study().Section!.Model!;

        (model.FirstPeriod, model.LastPeriod, model.Trend.Count).ShouldBe(("2026-W46", "2026-W46", 3));
        model.Constructs.ShouldAllBe(c => c.Index.N == 100 && c.Previous.Value != null);
        model.Constructs.Single(c => c.Name == "C").Previous.ShouldBe(model.Trend[1].Figure);
        model.Constructs.Single(c => c.Name == "C").Index.Value!.Value.ShouldBe(model.Trend[2].Figure.Value!.Value, 1e-9);
    }

    [Fact]
    public void Responses_ThatDoNotCount_AreToldByReason()
    {
        var world = new SurveyWorld().Fill(200).With(s => s with { StraightLineItems = 8 });
        double[] Changed(int row, Func<int, double, double> change) => [.. world.Respondents[row].Answers.Select((a, i) => change(i, a))];
        world.Respondents[0] = world.Respondents[0] with { Answers = Changed(0, (i, a) => i == 4 ? 11 : a) };
        world.Respondents[1] = world.Respondents[1] with { Answers = Changed(1, (i, a) => i < 3 ? double.NaN : a) };
        world.Respondents[2] = world.Respondents[2] with { Answers = Changed(2, (_, _) => 7) };
        var section = world.Study().Section!;

        section.Responses.ShouldBe(new ResponseCounts(null, 200, 197, 1, 1, 1, 0));
        section.Model!.Constructs.ShouldAllBe(c => c.Index.N == 197);
    }

    [Fact]
    public void Improvement_OfTheModel_RanksByEffectTimesGap()
    {
        var improvement = new SurveyWorld().Fill(600).Study().Section!.Improvement!;

        (improvement.Basis, improvement.Target, improvement.Cut).ShouldBe((ImportanceBasis.Model, "C", "means"));
        improvement.Constructs!.Points.Select(p => p.Name).ShouldBe(["A", "B"], ignoreOrder: true);
        var points = improvement.Items.Points;
        points.Select(p => p.Name).ShouldBe(SurveyWorld.Items.Take(6), ignoreOrder: true);
        points.ShouldAllBe(p => Math.Abs(p.Priority - (p.Importance.Value!.Value * (100 - p.Performance.Value!.Value))) < 1e-9);
        points.Select(p => p.Rank).ShouldBe(points.Select(p => 1 + points.Count(o => o.Priority > p.Priority)));
        points.GroupBy(p => p.Construct).ShouldAllBe(g => g.OrderBy(p => p.Rank).Select(p => p.RankInConstruct!.Value).SequenceEqual(new[] { 1, 2, 3 }));
        improvement.Drivers.Sum(d => d.Lmg.Value!.Value).ShouldBe(1, 1e-9);
        improvement.Drivers.Sum(d => d.Johnson.Value!.Value).ShouldBe(1, 1e-9);
        improvement.Drivers.Sum(d => d.Model!.Value).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Segments_BandsUnderTheMinimum_AreLeftOut()
    {
        var world = new SurveyWorld().With(s => s with { SegmentBy = [StudySettings.DefaultSegments.First(d => d.Column == "age")] })
            .Fill(400, r => new() { Age = r < 200 ? 30 : r < 380 ? 50 : 70 });
        var segments = world.Study().Section!.Improvement!.Segments;

        segments.Select(s => (s.Column, s.Band, s.Respondents)).ShouldBe([("age", "[25, 35)", 200L), ("age", "[45, 55)", 180L)]);
        segments[0].Target.Value!.Value.ShouldBe(world.Respondents.Take(200).Average(r => (r.Answers[Overall] - 1) / 9 * 100), 1e-9);
        segments.ShouldAllBe(s => s.Items.Points.Count == 6 && Math.Abs(s.Items.Points.Sum(p => p.Importance.Value!.Value) - 1) < 1e-9);
    }

    [Fact]
    public void Branches_SmallOnes_AreHiddenWithOneMoreWhereTheTotalWouldTellThem()
    {
        var world = new SurveyWorld()
            .Fill(300, r => new() { Region = r < 5 ? "hamlet" : r < 25 ? "village" : (r % 4) switch { 0 => "north", 1 => "south", 2 => "east", _ => "west" } });
        var branches = world.Study().Section!.Branches;

        branches.Select(b => b.Branch).ShouldBe(["north", "south", "east", "west"], ignoreOrder: true); // the village goes with the hamlet
        foreach (var branch in branches)
        {
            branch.Raw.Value!.Value.ShouldBe(world.Respondents.Where(r => r.Region == branch.Branch).Average(r => (r.Answers[Overall] - 1) / 9 * 100), 1e-9);
        }

        branches.Select(b => b.Shrunk.Value!.Value).ShouldBe(branches.Select(b => b.Shrunk.Value!.Value).Order());
        var (raw, shrunk) = (branches.Select(b => b.Raw.Value!.Value).ToList(), branches.Select(b => b.Shrunk.Value!.Value).ToList());
        (shrunk.Max() - shrunk.Min()).ShouldBeLessThan(raw.Max() - raw.Min());
    }

    [Fact]
    public void ItemsTurnedRound_ScoreFromTheOtherEnd()
    {
        var world = new SurveyWorld()
            .Fill(200)
            .With(s => s with { ModelText = SurveyWorld.Chain.Replace("\"target\"", "\"reversed\": [\"a2\"], \"target\"", StringComparison.Ordinal) });
        var item = world.Study().Section!.Model!.Items.Single(i => i.Item == "a2");

        item.Score.Value!.Value.ShouldBe(world.Respondents.Average(r => (10 - r.Answers[1]) / 9 * 100), 1e-9);
        item.Loading.Value!.Value.ShouldBeLessThan(0);
    }

    [Fact]
    public void Labels_OfConstructs_ComeFromTheModel() =>
        new SurveyWorld()
            .Fill(200).Study().Labels.Select(l => $"{l.Key}: {string.Join(", ", l.Value)}")
            .ShouldBe(["en: [A, First]", "zh-CN: [A, 甲]"], ignoreOrder: true);

    [Fact]
    public void Study_Twice_GivesTheSameSection() =>
        SurveyWorld.Text(new SurveyWorld().Fill(150).Study()).ShouldBe(SurveyWorld.Text(new SurveyWorld().Fill(150).Study()));

    private static double Deviation(SurveyWorld world, string item)
    {
        var answers = world.Respondents.Select(r => r.Answers[Array.IndexOf(SurveyWorld.Items, item)]).ToList();
        var mean = answers.Average();
        return Math.Sqrt(answers.Sum(a => (a - mean) * (a - mean)) / (answers.Count - 1));
    }
}
