using Analytics.Statistics.Scores;

namespace Analytics.Statistics.Tests.Scores;

public sealed class ShrunkScoreTests
{
    private static readonly double[] Raw = [62, 70, 75, 78, 81, 90];
    private static readonly double[] Errors = [8, 2, 1, 1.5, 3, 9];

    [Fact]
    public void Of_Branches_AreDrawnToTheMeanTheMoreTheSmallerTheyAre()
    {
        var scores = ShrunkScore.Of(Raw, Errors, 0.95);
        scores.Select(s => s.Raw).ShouldBe(Raw);
        scores.Select(s => s.Weight).Zip(Errors).OrderBy(p => p.Second).Select(p => p.First).ShouldBeInOrder(SortDirection.Descending);
        scores[0].Shrunk.ShouldBeGreaterThan(62);
        scores[5].Shrunk.ShouldBeLessThan(90);
        Math.Abs(scores[2].Shrunk - 75).ShouldBeLessThan(0.5);
    }

    [Fact]
    public void Of_Branches_SolvesPauleAndMandelsEquation()
    {
        var scores = ShrunkScore.Of(Raw, Errors, 0.95);
        var between = scores[0].Weight / (1 - scores[0].Weight) * 64;
        var weights = Errors.Select(e => 1 / (between + (e * e))).ToArray();
        var mean = weights.Zip(Raw, (w, r) => w * r).Sum() / weights.Sum();
        weights.Zip(Raw, (w, r) => w * (r - mean) * (r - mean)).Sum().ShouldBe(5, 1e-9);
        scores[0].Shrunk.ShouldBe((scores[0].Weight * 62) + ((1 - scores[0].Weight) * mean), 1e-9);
    }

    [Fact]
    public void Of_BranchesThatDifferByChanceAlone_AllStandAtTheMean() =>
        ShrunkScore.Of([70, 70.5, 71], [5, 5, 5], 0.95).ShouldAllBe(s => s.Weight == 0 && Math.Abs(s.Shrunk - 70.5) < 1e-9);

    [Fact]
    public void Of_TwoBranches_AreLeftAlone() => ShrunkScore.Of([60, 80], [5, 5], 0.95).Select(s => (s.Shrunk, s.Weight)).ShouldBe([(60, 1), (80, 1)]);

    [Fact]
    public void Of_BranchWithoutAStandardError_IsRefused() => Should.Throw<ArgumentException>(() => ShrunkScore.Of([60, 70, 80], [5, 0, 5], 0.95));
}
