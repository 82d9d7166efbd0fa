using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels.Estimate;

/// <summary>Composites against seminr's tables for S1: path and factorial weighting.</summary>
public sealed class SeminrCompositeTests
{
    private const double Digits = 1e-9;

    [Theory]
    [InlineData(InnerScheme.Path, "inner_weights")]
    [InlineData(InnerScheme.Factorial, "factorial")]
    public void Fit_S1_WeightsAndPathsEqualSeminr(InnerScheme scheme, string prefix)
    {
        var fit = PlsPathModel.Fit(MobiModels.S1(scheme: scheme), SurveyData.Mobi());
        SurveyData.Expected($"seminr/{prefix}_weights.csv").ShouldBe(fit.Weight, Digits);
        SurveyData.Expected($"seminr/{prefix}_coefficients.csv").ShouldBe(fit.Coefficient, Digits);
    }

    [Theory]
    [InlineData(InnerScheme.Path, "inner_weights_constructscores")]
    [InlineData(InnerScheme.Factorial, "factorial_scores")]
    public void Fit_S1_ScoresEqualSeminr(InnerScheme scheme, string name)
    {
        var fit = PlsPathModel.Fit(MobiModels.S1(scheme: scheme), SurveyData.Mobi());
        SurveyData.Expected($"seminr/{name}.csv").ShouldBe((row, construct) => fit.Scores[fit.IndexOf(construct)][int.Parse(row) - 1], Digits);
    }

    [Fact]
    public void Fit_S1_CrossLoadingsAndCorrelationsEqualSeminr()
    {
        var fit = PlsPathModel.Fit(MobiModels.S1(), SurveyData.Mobi());
        var items = fit.Items.ToList();
        SurveyData.Expected("seminr/cross_loadings.csv").ShouldBe((item, construct) => fit.CrossLoadings[items.IndexOf(item), fit.IndexOf(construct)], Digits);
        SurveyData.Expected("seminr/construct_cors.csv").ShouldBe((one, two) => fit.ConstructCorrelations[fit.IndexOf(one), fit.IndexOf(two)], Digits);
    }

    [Fact]
    public void Fit_S1_ExplainedVarianceEqualsSeminr()
    {
        var fit = PlsPathModel.Fit(MobiModels.S1(), SurveyData.Mobi());
        var satisfaction = fit.Construct("Satisfaction");
        var expected = SurveyData.Expected("seminr/rsquared1.csv");
        satisfaction.RSquared!.Value.ShouldBe(expected["Rsq", "Satisfaction"], Digits);
        satisfaction.AdjustedRSquared!.Value.ShouldBe(expected["AdjRsq", "Satisfaction"], Digits);
        satisfaction.Bic!.Value.ShouldBe(expected["BIC", "Satisfaction"], 1e-7);
        fit.Path("Image", "Satisfaction").FSquare!.Value.ShouldBe(SurveyData.Expected("seminr/fsquared1.csv")["1", "x"], Digits);
    }

    [Fact]
    public void Fit_S1_InflationFactorsEqualSeminr()
    {
        var fit = PlsPathModel.Fit(MobiModels.S1(), SurveyData.Mobi());
        var items = SurveyData.Expected("seminr/flat_item_vifs1.csv");
        items.ShouldBe((_, name) => fit.Indicators.Single(i => $"{i.Construct}*{i.Indicator}" == name).Vif!.Value, Digits);
        SurveyData.Expected("seminr/flat_vif_antecedents1.csv").ShouldBe((_, name) => fit.Paths.Single(p => $"{p.To}*{p.From}" == name).Vif, Digits);
    }

    [Fact]
    public void Fit_S1WithPathsToValue_InflationFactorsEqualSeminr()
    {
        var fit = PlsPathModel.Fit(MobiModels.S2(), SurveyData.Mobi());
        SurveyData.Expected("seminr/flat_vif_antecedents2.csv").ShouldBe((_, name) => fit.Paths.Single(p => $"{p.To}*{p.From}" == name).Vif, Digits);
    }

    [Fact]
    public void Fit_MixedModes_WeightsAndLoadingsEqualSeminr()
    {
        var fit = PlsPathModel.Fit(MobiModels.MixedModes(), SurveyData.Mobi());
        SurveyData.Expected("seminr/weights3.csv").ShouldBe(fit.Weight, Digits);
        SurveyData.Expected("seminr/loadings3.csv").ShouldBe(fit.Loading, Digits);
    }
}
