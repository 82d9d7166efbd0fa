using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.Reliability;
using Analytics.Statistics.Tests.PathModels;

namespace Analytics.Statistics.Tests.Reliability;

public sealed class MeasurementGateTests
{
    [Fact]
    public void Gate_S1_NamesWhatMissesTheUsualThresholds()
    {
        var gate = MeasurementGate.Of(PlsPathModel.Fit(MobiModels.S1(), SurveyData.Mobi()), new GateSettings());
        gate.Passed.ShouldBeFalse();
        gate.Findings.Where(f => f.Blocks)
            .Select(f => (f.Kind, f.Subject))
            .ShouldBe([(GateFindingKind.VarianceExtracted, "Image"), (GateFindingKind.VarianceExtracted, "Expectation")]);
        gate.Findings.Where(f => f.Kind == GateFindingKind.Loading).Select(f => f.Subject).ShouldBe(["IMAG2", "IMAG3", "CUEX3"]);
        gate.Findings.Where(f => f.Kind == GateFindingKind.Alpha).Select(f => f.Subject).ShouldBe(["Expectation"]);
        gate.Findings.Where(f => f.Kind == GateFindingKind.HeterotraitMonotrait).Select(f => f.Subject).ShouldBe(["Image ~ Satisfaction"]);
        gate.Findings.Single(f => f.Kind == GateFindingKind.FornellLarcker).Subject.ShouldBe("Image ~ Satisfaction");
    }

    [Fact]
    public void Gate_OtherThresholds_LetTheSameModelPass()
    {
        var lenient = new GateSettings { MinimumVarianceExtracted = 0.4 };
        MeasurementGate.Of(PlsPathModel.Fit(MobiModels.S1(), SurveyData.Mobi()), lenient).Passed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Gate_WithResamples_ComparesTheUpperBound(Survey survey)
    {
        var bootstrap = PathModelBootstrap.Run(MobiModels.S1(), SurveyData.Phone(survey), new BootstrapSettings { Resamples = 300 });
        var gate = MeasurementGate.Of(PlsPathModel.Fit(MobiModels.S1(), SurveyData.Phone(survey)), new GateSettings(), bootstrap);
        foreach (var pair in gate.Pairs)
        {
            (pair.Lower < pair.HeterotraitMonotrait && pair.HeterotraitMonotrait < pair.Upper).ShouldBeTrue(pair.ToString());
        }

        gate.Findings.Where(f => f.Kind == GateFindingKind.HeterotraitMonotrait).Select(f => f.Subject)
            .ShouldBe(gate.Pairs.Where(p => p.Upper >= 0.9).Select(p => $"{p.One} ~ {p.Two}"));
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Gate_ModeBAndSingleItems_AreNotAskedForReliability(Survey survey)
    {
        var gate = MeasurementGate.Of(PlsPathModel.Fit(MobiModels.Basic(), SurveyData.Phone(survey)), new GateSettings());
        gate.Constructs.Single(c => c.Construct == "Quality").RhoA.ShouldBe(1);
        gate.Constructs.Single(c => c.Construct == "Complaints").ShouldBe(new ConstructQuality("Complaints", 1, null, null, null, null, 0));
        gate.Findings.ShouldNotContain(f => f.Subject == "Quality" || f.Subject == "Complaints" || f.Subject.StartsWith("PERQ"));
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Gate_SecondOrder_JudgesDimensionsToo(Survey survey)
    {
        var gate = MeasurementGate.Of(PlsPathModel.Fit(MobiModels.SecondOrder(), SurveyData.Phone(survey)), new GateSettings());
        gate.Constructs.Select(c => c.Construct)
            .ShouldBe(["Expectation", "Quality", "Satisfaction", "Complaints", "Loyalty", "Image", "Value"], ignoreOrder: true);
        gate.Pairs.Where(p => p.One == "Satisfaction" || p.Two == "Satisfaction").ShouldAllBe(p => p.HeterotraitMonotrait == null && p.FornellLarcker != null);
    }
}
