using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels.Estimate;

/// <summary>Reflective constructs (consistent PLS, factorial scheme) against seminr's tables for S1.</summary>
public sealed class SeminrConsistentTests
{
    private const double Digits = 1e-8;

    [Fact]
    public void Fit_S1Reflective_PathsAndLoadingsEqualSeminr()
    {
        var fit = PlsPathModel.Fit(MobiModels.S1(MeasurementMode.Reflective, InnerScheme.Factorial), SurveyData.Mobi());
        SurveyData.Expected("seminr/path_coef1.csv").ShouldBe(fit.Coefficient, Digits);
        SurveyData.Expected("seminr/loadings1.csv").ShouldBe(fit.Loading, Digits);
    }

    [Fact]
    public void Fit_S1Reflective_ExplainedVarianceEqualsSeminr()
    {
        var satisfaction = PlsPathModel.Fit(MobiModels.S1(MeasurementMode.Reflective, InnerScheme.Factorial), SurveyData.Mobi()).Construct("Satisfaction");
        var expected = SurveyData.Expected("seminr/rsquaredplsc.csv");
        satisfaction.RSquared!.Value.ShouldBe(expected["Rsq", "Satisfaction"], Digits);
        satisfaction.AdjustedRSquared!.Value.ShouldBe(expected["AdjRsq", "Satisfaction"], Digits);
        satisfaction.Bic!.Value.ShouldBe(expected["BIC", "Satisfaction"], 1e-5);
    }
}
