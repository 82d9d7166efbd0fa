using Analytics.Statistics.Descriptive;

namespace Analytics.Statistics.Tests.Descriptive;

public sealed class ScoreDistributionTests
{
    [Fact]
    public void Of_TenPointScale_EqualsR()
    {
        // R 4.2: s <- rep(1:10, c(3,1,4,1,5,9,2,6,5,3)); c(mean(s), sd(s), sum(s >= 9), (mean(s)-1)/9*100, sd(s)/9*100)
        var scores = Enumerable.Range(1, 10).Select(score => (double)score).ToArray();
        var summary = ScoreDistribution.Of(scores, [3, 1, 4, 1, 5, 9, 2, 6, 5, 3], 1, 10);
        (summary.N, summary.TopTwo).ShouldBe((39, 8));
        summary.Mean.ShouldBe(6.076923076923077, 1e-14);
        summary.StandardDeviation.ShouldBe(2.589295935441823, 1e-14);
        summary.TopTwoShare.ShouldBe(0.205128205128205, 1e-14);
        summary.Score100.ShouldBe(56.410256410256409, 1e-12);
        summary.StandardDeviation100.ShouldBe(28.769954838242484, 1e-12);
    }

    [Fact]
    public void Of_NoAnswers_KnowsOnlyThat() =>
        ScoreDistribution.Of([1, 2], [0, 0], 1, 5)
            .ShouldBe(new ScoreDistribution(0, double.NaN, double.NaN, 0, double.NaN, double.NaN, double.NaN));

    [Fact]
    public void Of_OneAnswer_HasNoDeviation() =>
        ScoreDistribution.Of([4], [1], 1, 5).ShouldBe(new ScoreDistribution(1, 4, double.NaN, 1, 1, 75, double.NaN));

    [Fact]
    public void Of_ImpossibleInput_IsRefused()
    {
        Should.Throw<ArgumentException>(() => ScoreDistribution.Of([11], [1], 1, 10));
        Should.Throw<ArgumentException>(() => ScoreDistribution.Of([5], [-1], 1, 10));
        Should.Throw<ArgumentException>(() => ScoreDistribution.Of([5], [1, 2], 1, 10));
        Should.Throw<ArgumentException>(() => ScoreDistribution.Of([5], [1], 5, 5));
    }
}
