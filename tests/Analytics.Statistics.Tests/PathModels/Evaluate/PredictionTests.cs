using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Evaluate;

namespace Analytics.Statistics.Tests.PathModels.Evaluate;

/// <summary>
/// PLSpredict against seminr 2.4 on R 4.2: estimate_pls on the rows outside a part, predict on those inside; lm on all items of other constructs.
/// </summary>
public sealed class PredictionTests
{
    private static readonly string[] Items = ["PERV1", "PERV2", "CUSA1", "CUSA2", "CUSA3"];

    [Theory]
    [InlineData(
        PredictionSource.DirectPredecessors,
        new[] { 2.01975764411979, 1.589467354498416, 0.989797219693311, 1.454095810474607, 1.283828370871837 },
        new[] { 1.50096248893948, 1.170003422596525, 0.747949043682192, 1.065390426438620, 0.908211064449700 },
        new[] { 0.14287075240990, 0.255671725963864, 0.358218616003217, 0.322945238593306, 0.460681949977117 })]
    [InlineData(
        PredictionSource.EarliestPredecessors,
        new[] { 2.01975764411979, 1.589467354498416, 0.985466400326559, 1.503271623680140, 1.374674300515031 },
        new[] { 1.50096248893948, 1.170003422596525, 0.768745643139721, 1.121968768245742, 0.982081015370386 },
        new[] { 0.14287075240990, 0.255671725963864, 0.363822508452120, 0.276376487925786, 0.381655296276479 })]
    public void Run_FiveParts_EqualsSeminr(PredictionSource source, double[] rmse, double[] mae, double[] qSquare)
    {
        var result = PathModelPrediction.Run(MobiModels.S2(), SurveyData.Mobi(), [.. Enumerable.Range(0, 250).Select(r => r % 5)], source);
        result.Items.Select(i => i.Item).ShouldBe(Items);
        result.Items.Select(i => i.Rmse).ShouldBe(rmse, 1e-8);
        result.Items.Select(i => i.Mae).ShouldBe(mae, 1e-8);
        result.Items.Select(i => i.QSquare).ShouldBe(qSquare, 1e-8);
        result.Items.Select(i => i.LinearRmse!.Value)
            .ShouldBe([1.92670374802789, 1.443170976910693, 0.984310344766582, 1.492082685277058, 1.304798449300042], 1e-8);
        result.Items.Select(i => i.LinearMae!.Value)
            .ShouldBe([1.48086368459488, 1.075994929382761, 0.755967051932648, 1.102898799588077, 0.931787158397575], 1e-8);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Run_SameSeed_DividesAlike(Survey survey)
    {
        var settings = new PredictionSettings { Folds = 5, Repetitions = 2, Seed = 3 };
        var first = PathModelPrediction.Run(MobiModels.S1(), SurveyData.Phone(survey), settings);
        PathModelPrediction.Run(MobiModels.S1(), SurveyData.Phone(survey), settings).Items.ShouldBe(first.Items);
        PathModelPrediction.Run(MobiModels.S1(), SurveyData.Phone(survey), settings with { Seed = 4 }).Items.ShouldNotBe(first.Items);
        first.Power.ShouldNotBeNull();
        if (survey == Survey.Published)
        {
            first.Power.ShouldBe(PredictivePower.High);
        }
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Run_SecondOrder_GivesAWarningInsteadOfNumbers(Survey survey)
    {
        var result = PathModelPrediction.Run(MobiModels.SecondOrder(), SurveyData.Phone(survey), new PredictionSettings());
        result.Items.ShouldBeEmpty();
        result.Warnings.ShouldBe([new ModelWarning(ModelWarningKind.NoPrediction)]);
        result.Power.ShouldBeNull();
    }
}
