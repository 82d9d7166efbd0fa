using Analytics.Statistics.Weights;

namespace Analytics.Statistics.Tests.Weights;

/// <summary>
/// The operator's brand table. Its total row and the respondents per brand are the published ones, and so are the totals that averaging the
/// answers would have given; the brand rows between them are made up so that both come out.
/// </summary>
public sealed class ImpliedWeightsTests
{
    private static readonly double[] Total = [87.56, 77.72, 76.66, 85.25, 74.66, 81.87];
    private static readonly double[] SampleTotal = [86.34, 74.09, 75.44, 82.78, 72.34, 78.61];

    private static readonly double[][] Brands =
    [
        [87.90, 74.41, 71.34, 83.35, 64.93, 76.26],
        [88.92, 83.05, 79.70, 88.77, 80.33, 87.44],
        [82.90, 66.40, 75.34, 77.34, 71.92, 73.26],
    ];

    [Fact]
    public void Of_BrandTable_RecoversTheSharesOfSubscribers()
    {
        var implied = ImpliedWeights.Of(Brands, Total, [974, 964, 1164]);
        implied.Percent.ShouldBe([27, 55, 18]);
        implied.IsDetermined.ShouldBeTrue();
        implied.Explains(0.01).ShouldBeTrue();
        implied.Totals.ShouldBe(Total, 0.01);
        implied.Weights.ShouldBe([0.27, 0.55, 0.18], 0.005);
    }

    [Fact]
    public void Of_BrandTable_ShowsThatAveragingTheAnswersGivesOtherTotals()
    {
        var implied = ImpliedWeights.Of(Brands, Total, [974, 964, 1164]);
        implied.SampleTotals.ShouldBe(SampleTotal, 0.01);
        implied.SampleTotals.Zip(Total, (sample, published) => published - sample).Max().ShouldBe(3.63, 0.01);
    }

    [Fact]
    public void Of_TotalThatNoWeightsGive_IsNotExplained()
    {
        var implied = ImpliedWeights.Of(Brands, [90, 77.72, 76.66, 85.25, 74.66, 81.87], [974, 964, 1164]);
        implied.Explains(0.01).ShouldBeFalse();
        implied.LargestResidual.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Of_TotalBeyondAllParts_StaysWithinTheParts() =>
        ImpliedWeights.Of([[10, 20], [30, 40]], [50, 60], [1, 1]).Percent.ShouldBe([0, 100]);

    [Fact]
    public void Of_PartsThatAreAlike_AreNotDetermined() =>
        ImpliedWeights.Of([[70, 80], [70, 80], [60, 90]], [65, 85], [1, 1, 1]).IsDetermined.ShouldBeFalse();

    [Fact]
    public void Of_ImpossibleInput_IsRefused()
    {
        Should.Throw<ArgumentException>(() => ImpliedWeights.Of([], [1], []));
        Should.Throw<ArgumentException>(() => ImpliedWeights.Of([[1, 2]], [1], [1]));
    }
}
