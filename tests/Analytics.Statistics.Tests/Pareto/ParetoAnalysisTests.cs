using Analytics.Core.Reports;
using Analytics.Statistics.Pareto;

namespace Analytics.Statistics.Tests.Pareto;

public sealed class ParetoAnalysisTests
{
    [Fact]
    public void Rank_CrossingItem_IsStillInTheClass() =>
        ParetoAnalysis.Rank([5, 50, 10, 25, 10], 0.8, 0.9).ShouldBe(
        [
            new RankedItem(1, 1, 50, 0.5, 0.5, ParetoClass.A),
            new RankedItem(3, 2, 25, 0.25, 0.75, ParetoClass.A),
            new RankedItem(2, 3, 10, 0.1, 0.85, ParetoClass.A),
            new RankedItem(4, 3, 10, 0.1, 0.95, ParetoClass.A),
            new RankedItem(0, 5, 5, 0.05, 1, ParetoClass.C),
        ]);

    [Fact]
    public void Rank_BoundReachedExactly_EndsTheClass() =>
        ParetoAnalysis.Rank([0.1, 0.7, 0.1, 0.05, 0.05], 0.8, 0.9).Select(item => item.Class)
            .ShouldBe([ParetoClass.A, ParetoClass.A, ParetoClass.A, ParetoClass.C, ParetoClass.C]);

    [Fact]
    public void Rank_ExactlyEighty_LeavesTheNextInB() =>
        ParetoAnalysis.Rank([80, 11, 9], 0.8, 0.9).Select(item => item.Class).ShouldBe([ParetoClass.A, ParetoClass.B, ParetoClass.C]);

    [Fact]
    public void Rank_TiedItems_ShareTheRank() =>
        ParetoAnalysis.Rank([7, 9, 7, 7, 1], 0.8, 0.9).Select(item => (item.Index, item.Rank)).ShouldBe([(1, 1), (0, 2), (2, 2), (3, 2), (4, 5)]);

    [Fact]
    public void Rank_NothingHappened_IsAllC() =>
        ParetoAnalysis.Rank([0, 0], 0.8, 0.9).ShouldBe([new RankedItem(0, 1, 0, 0, 0, ParetoClass.C), new RankedItem(1, 1, 0, 0, 0, ParetoClass.C)]);

    [Fact]
    public void Rank_NoItems_IsEmpty() => ParetoAnalysis.Rank([], 0.8, 0.9).ShouldBeEmpty();

    [Fact]
    public void Rank_RandomValues_KeepTheirProperties()
    {
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 60)).Select(_ => (double)random.Next(0, 40)).ToArray();
            values[0]++;
            var items = ParetoAnalysis.Rank(values, 0.8, 0.9);
            items.Sum(item => item.Share).ShouldBe(1, 1e-12);
            items[^1].CumulativeShare.ShouldBe(1);
            items.Select(item => item.Index).Order().ShouldBe(Enumerable.Range(0, values.Length));
            items.Where(item => item.Class == ParetoClass.A).Sum(item => item.Value).ShouldBeGreaterThanOrEqualTo(0.8 * values.Sum() * (1 - 1e-9));
            foreach (var item in items)
            {
                item.Rank.ShouldBe(1 + values.Count(value => value > item.Value));
                var larger = values.Where(value => value > item.Value).Sum() / values.Sum();
                var expected = larger < 0.8 - 1e-9 ? ParetoClass.A : larger < 0.9 - 1e-9 ? ParetoClass.B : ParetoClass.C;
                item.Class.ShouldBe(expected);
            }
        }
    }

    [Fact]
    public void Rank_ImpossibleInput_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ParetoAnalysis.Rank([1, -1], 0.8, 0.9));
        Should.Throw<ArgumentOutOfRangeException>(() => ParetoAnalysis.Rank([double.NaN], 0.8, 0.9));
        Should.Throw<ArgumentOutOfRangeException>(() => ParetoAnalysis.Rank([1], 0.9, 0.8));
    }
}
