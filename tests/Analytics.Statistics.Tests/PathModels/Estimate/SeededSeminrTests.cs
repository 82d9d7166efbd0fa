using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels.Estimate;

/// <summary>Everything seminr prints of the seeded survey (Fixtures/seminr.R): weights, scores, paths, effects, fit, reliability and validity.</summary>
public sealed class SeededSeminrTests
{
    [Theory]
    [InlineData("s1-path", 1e-9)]
    [InlineData("s1-factorial", 1e-9)]
    [InlineData("s1-reflective", 1e-9)]
    [InlineData("s2", 1e-9)]
    [InlineData("ecsi", 1e-9)]
    [InlineData("mode-b", 1e-9)]
    [InlineData("mixed-modes", 1e-9)]
    [InlineData("second-order", 1e-9)]
    public void Fit_SeededSurvey_EqualsSeminr(string table, double tolerance) =>
        new ModelFigures(PlsPathModel.Fit(Model(table), SeededSurvey.Phone())).ShouldEqual(SeededSurvey.Table(table), tolerance);

    private static PathModel Model(string table) => table switch
    {
        "s1-path" => MobiModels.S1(),
        "s1-factorial" => MobiModels.S1(scheme: InnerScheme.Factorial),
        "s1-reflective" => MobiModels.S1(MeasurementMode.Reflective, InnerScheme.Factorial),
        "s2" => MobiModels.S2(),
        "ecsi" => MobiModels.Ecsi(),
        "mode-b" => MobiModels.Basic() with { Estimation = new EstimationSettings() },
        "mixed-modes" => MobiModels.MixedModes(),
        _ => MobiModels.SecondOrder(),
    };
}
