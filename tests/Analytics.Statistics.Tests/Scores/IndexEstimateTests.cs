using Analytics.Core.Canonical;
using Analytics.Statistics.Scores;

namespace Analytics.Statistics.Tests.Scores;

public sealed class IndexEstimateTests
{
    private static readonly ItemScale Ten = new(1, 10);

    [Fact]
    public void Of_PublishedExample_GivesTheAmericanIndex()
    {
        // State of Ohio: weights .3885, .3190, .2925; ((8−1)·.3885 + (7−1)·.3190 + (6−1)·.2925)/9 × 100
        double[] Around(double mean) => [mean - 1, mean + 1, mean, mean];
        IndexEstimate.Of(
            [Around(8), Around(7), Around(6)],
            [0.3885, 0.3190, 0.2925],
            [Ten, Ten, Ten],
            null,
            0.95)!.Index.ShouldBe(100 * ((7 * 0.3885) + (6 * 0.3190) + (5 * 0.2925)) / 9, 1e-12);
    }

    [Fact]
    public void Of_OneItemWithoutMissing_IsItsScore()
    {
        double[] answers = [7, 8, 3, 10, 6, 9, 9, 4];
        double[] weights = [1, 2, 0.5, 0, 1, 1.5, 1, 1];
        var (index, score) = (IndexEstimate.Of([answers], [0.7], [Ten], weights, 0.9)!, ScoreEstimate.Of(answers, weights, Ten, 0.9)!);

        (index.N, index.Index, index.EffectiveN).ShouldBe((score.N, score.Score, score.EffectiveN));
        index.StandardError!.Value.ShouldBe(score.StandardError!.Value, 1e-12);
        index.Interval!.Value.Lower.ShouldBe(score.Interval!.Value.Lower, 1e-10);
    }

    [Fact]
    public void Of_ItemsOfDifferentScales_MeetsAtTheirEnds()
    {
        ItemScale[] scales = [new(1, 5), new(0, 10)];
        IndexEstimate.Of([[5, 5], [10, 10]], [0.3, 0.2], scales, null, 0.95)!.Index.ShouldBe(100, 1e-12);
        IndexEstimate.Of([[1, 1], [0, 0]], [0.3, 0.2], scales, null, 0.95)!.Index.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Of_MissingAnswers_HasTheErrorOfResampledIndices()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 200).Select(_ =>
        {
            var f = random.NextDouble();
            return Enumerable.Range(0, 3).Select(i => random.Next(4) == 0 ? double.NaN : Math.Round(1 + (6 * f) + (3 * random.NextDouble()))).ToArray();
        }).ToArray();
        IndexEstimate Estimate(double[][] of) => IndexEstimate.Of(
            [.. Enumerable.Range(0, 3).Select(i => of.Select(r => r[i]).ToArray())],
            [0.5, 0.3, 0.2],
            [Ten, Ten, Ten],
            null,
            0.95)!;
        var draws = Enumerable.Range(0, 2000).Select(_ => Estimate([.. rows.Select(_ => rows[random.Next(rows.Length)])]).Index).ToArray();
        var mean = draws.Average();

        Estimate(rows).StandardError!.Value.ShouldBe(Math.Sqrt(draws.Average(d => (d - mean) * (d - mean))), 0.08);
    }

    [Fact]
    public void Of_ItemNobodyAnswered_IsNull_AndOneRespondentHasNoError()
    {
        IndexEstimate.Of([[5, 6], [double.NaN, double.NaN]], [1, 1], [Ten, Ten], null, 0.95).ShouldBeNull();
        var one = IndexEstimate.Of([[5.5]], [1], [Ten], null, 0.95)!;
        (one.Index, one.StandardError, one.Interval).ShouldBe((50, null, null));
        Should.Throw<ArgumentException>(() => IndexEstimate.Of([[5.0]], [-1], [Ten], null, 0.95));
    }
}
