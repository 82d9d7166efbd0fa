using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels.Estimate;

/// <summary>Everything plspm prints of the seeded surveys (Fixtures/plspm.R): raw items under all schemes, standardised items with mode B.</summary>
public sealed class SeededPlspmTests
{
    [Theory]
    [InlineData(InnerScheme.Centroid, "centroid")]
    [InlineData(InnerScheme.Factorial, "factorial")]
    [InlineData(InnerScheme.Path, "path")]
    public void Fit_SeededBankRaw_EqualsPlspm(InnerScheme scheme, string name) =>
        new ModelFigures(PlsPathModel.Fit(PlspmTests.BankModel(scheme), SeededSurvey.Bank())).ShouldEqual(SeededSurvey.Table($"plspm-bank-{name}"), 1e-9);

    [Fact]
    public void Fit_SeededPhoneModeB_EqualsPlspm()
    {
        // plspm standardises by the variance over n
        var model = MobiModels.Basic() with { Estimation = MobiModels.Basic().Estimation with { Divisor = VarianceDivisor.N } };
        new ModelFigures(PlsPathModel.Fit(model, SeededSurvey.Phone())).ShouldEqual(SeededSurvey.Table("plspm-mode-b"), 1e-7);
    }
}
