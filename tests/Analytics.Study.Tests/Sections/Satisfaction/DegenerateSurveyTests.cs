using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Study.Tests.Sections.Satisfaction;

/// <summary>What the answers do not carry is absent with a reason; nothing is NaN and no report fails for it.</summary>
public sealed class DegenerateSurveyTests
{
    private readonly SurveyWorld _world = new();

    [Fact]
    public void ConstantItem_HasNoModel_AndTheOtherPartsStay()
    {
        _world.Fill(200);
        Change((i, a) => i == 4 ? 6 : a);
        var result = Checked();

        result.Section!.Model.ShouldBeNull();
        Notes(result).ShouldBe(["branches no-groups", "brands no-groups", "improvement not-estimable", "model not-estimable"]);
    }

    [Fact]
    public void CollinearBlock_IsHeldBack_AndHasNoDrivers()
    {
        _world.Fill(200);
        foreach (var (respondent, r) in _world.Respondents.Select((x, r) => (x, r)).ToList())
        {
            _world.Respondents[r] = respondent with { Answers = [.. respondent.Answers.Select((a, i) => i == 1 ? respondent.Answers[0] : a)] };
        }

        var result = Checked();

        result.Section!.Model!.Items.Where(i => i.Construct == "A").Select(i => i.Vif).ShouldContain((double?)null);
        (result.Section.Model.IsHeldBack, result.Section.Improvement).ShouldBe((true, null));
        result.Section.Model.Findings.ShouldContain(f => f.Kind == "Kmo" && f.Value == null && f.Blocks);
        Notes(result).ShouldBe(["branches no-groups", "brands no-groups", "improvement not-estimable", "satisfaction:effects model-held-back"]);
    }

    [Fact]
    public void EightRespondents_HaveNoSection()
    {
        var result = _world.With(s => s with { MinimumRespondents = 20 }).Fill(8).Study();

        result.Section.ShouldBeNull();
        Notes(result).ShouldBe(["satisfaction too-few-respondents"]);
    }

    [Fact]
    public void FiftyRespondents_HaveScoresAndNoModel()
    {
        _world.Fill(50);
        var result = Checked();

        (result.Section!.Model, result.Section.Improvement!.Basis).ShouldBe((null, ImportanceBasis.Drivers));
        Notes(result).ShouldContain("model too-few-respondents");
    }

    [Fact]
    public void AllMissing_HasNoSection()
    {
        _world.Fill(100);
        Change((_, _) => double.NaN);
        var result = _world.Study();

        result.Section.ShouldBeNull();
        Notes(result).ShouldBe(["satisfaction too-few-respondents"]);
    }

    [Fact]
    public void WeightsOfZero_CountAsNoWeightsOfTheirOwn()
    {
        _world.Fill(200, _ => new() { Weight = 0 });
        Checked().Section!.Weighting.ShouldBe(new WeightingSummary(WeightingMethod.None, [], 200, 200, 1, 0, true));
    }

    [Fact]
    public void SomeWeightsOfZero_LeaveTheirRespondentsOut()
    {
        _world.Fill(200, r => new() { Weight = r % 4 == 0 ? 0 : 2 });
        var section = Checked().Section!;

        (section.Weighting.Method, section.Weighting.Respondents, section.Weighting.EffectiveRespondents).ShouldBe((WeightingMethod.Column, 150, 150));
        section.Model!.Constructs.ShouldAllBe(c => c.Index.N == 150);
    }

    [Fact]
    public void SingleItemConstruct_HasNoReliability_AndSaysSo()
    {
        _world.With(s => s with { ModelText = SurveyWorld.Chain.Replace("\"b1\", \"b2\", \"b3\"", "\"b1\"", StringComparison.Ordinal) }).Fill(200);
        var model = Checked().Section!.Model!;

        var single = model.Constructs.Single(c => c.Name == "B");
        (single.Items, single.Alpha, single.RhoC, single.RhoA, single.VarianceExtracted).ShouldBe((1, null, null, null, null));
        model.Notes.ShouldContain(n => n.Kind == "SingleItem" && n.Subject == "B");
    }

    [Fact]
    public void ItemsWithoutScale_HaveNoScores()
    {
        _world.Scales.Clear();
        var result = _world.With(s => s with { Model = SatisfactionSettings.NoModel, ModelText = "" }).Fill(200).Study();

        (result.Section!.Model, result.Section.Improvement, result.Section.Brands).ShouldBe((null, null, null));
        Notes(result).ShouldBe(["branches scale-unknown", "brands scale-unknown", "improvement not-estimable"]);
    }

    [Fact]
    public void UnrelatedItems_AreHeldBack_AndKeepTheirIndices()
    {
        _world.Fill(300);
        var random = new Random(1);
        Change((i, a) => i is >= 3 and < 6 ? random.Next(1, 11) : a);
        var result = Checked();
        var model = result.Section!.Model!;

        model.IsHeldBack.ShouldBeTrue();
        (model.Paths.Count, model.Effects.Count).ShouldBe((0, 0));
        model.Findings.ShouldContain(f => f.Blocks && f.Subject == "B");
        model.Constructs.ShouldAllBe(c => c.RSquared.Reason == AbsenceReasons.ModelHeldBack);
        model.Constructs.Single(c => c.Name == "C").Index.Value.ShouldNotBeNull();
        (result.Section.Improvement!.Basis, result.Section.Improvement.Constructs).ShouldBe((ImportanceBasis.Drivers, null));
        Notes(result).ShouldContain("satisfaction:effects model-held-back");
        Checked(_world.With(s => s with { HoldBack = false })).Section!.Model!.Paths.Count.ShouldBe(3);
    }

    [Fact]
    public void SurveyThatAsksOtherItems_HasNoModel()
    {
        var result = Checked(_world.With(s => s with { Model = "", ModelText = "" }).Fill(200));

        result.Section!.Model.ShouldBeNull();
        Notes(result).ShouldContain("model no-model");
        result.Section.Improvement!.Target.ShouldBe("overall");
    }

    private SatisfactionResult Checked(SurveyWorld? world = null)
    {
        var result = (world ?? _world).Study();
        SurveyWorld.Text(result).ShouldNotContain("NaN");
        return result;
    }

    private static IEnumerable<string> Notes(SatisfactionResult result) =>
        result.NotComputed.Select(n => $"{n.Subject} {n.Reason}").Order(StringComparer.Ordinal);

    private void Change(Func<int, double, double> change)
    {
        for (var r = 0; r < _world.Respondents.Count; r++)
        {
            _world.Respondents[r] = _world.Respondents[r] with { Answers = [.. _world.Respondents[r].Answers.Select((a, i) => change(i, a))] };
        }
    }
}
