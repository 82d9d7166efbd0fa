using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.Tests.PathModels.Estimate;

/// <summary>Second-order constructs (two-stage) against seminr's tables.</summary>
public sealed class SeminrSecondOrderTests
{
    private const double Digits = 1e-8;

    [Fact]
    public void Fit_SecondOrderSatisfaction_EqualsSeminr()
    {
        var fit = PlsPathModel.Fit(MobiModels.SecondOrder(), SurveyData.Mobi());
        SurveyData.Expected("seminr/hoc-paths.csv").ShouldBe(fit.Coefficient, Digits);
        SurveyData.Expected("seminr/hoc-weights.csv").ShouldBe(fit.Weight, Digits);
        SurveyData.Expected("seminr/hoc-loadings.csv").ShouldBe(fit.Loading, Digits);
    }
}
