using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Statistics.Tables;
using Question = (System.Collections.Generic.IReadOnlyList<Analytics.Core.CrossTabs.Filter> Where,
    System.Collections.Generic.IReadOnlyList<Analytics.Core.CrossTabs.CrossTabAxis> By, string? Sum);

namespace Analytics.Statistics.Tests.Tables;

public sealed class CrossTabulationTests
{
    private static readonly CrossTabAxis[] Axes =
    [
        new("d0"), new("d1"), new("d2"), new("d3"), new("m0"), new("m1"),
        new("m1", new BandSet("m1", [10, 20.5, 50])),
        new("m1", new BandSet("m1", [10, 20.5, 50], RightClosed: false)),
        new("m0", new BandSet("m0", [0])),
    ];

    private static readonly Filter[] Filters =
    [
        new("d1", ["y1", "x2", "nowhere"]), new("d2", ["", "y1", "x2", "w3", "v4"]), new("m0", ["0.5", "", "-1.50"]), new("absent", ["x"]), new("d0", [""]),
    ];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void CountAll_RandomStreams_EqualThePlainCount(int seed, bool counted)
    {
        var random = new Random(seed);
        for (var round = 0; round < 15; round++)
        {
            var blocks = RandomBlocks.Of(random, random.Next(1, 5), 300, counted);
            var questions = Enumerable.Range(0, 12).Select(_ => RandomQuestion(random)).ToArray();
            var answers = CrossTabulation.CountAll(blocks, questions);
            for (var q = 0; q < questions.Length; q++)
            {
                var (where, by, sum) = questions[q];
                Same(answers[q], PlainCrossTab.Count(blocks, PlainFilters(where), by, sum));
            }
        }
    }

    [Fact]
    public void CountAll_AnyAxes_KeepTheTotal()
    {
        var random = new Random(21);
        var blocks = RandomBlocks.Of(random, 6, 2000, counted: true);
        var total = blocks.Sum(block => block.Counts!.Sum(count => (long)count));
        var questions = Enumerable.Range(0, 60).Select(_ => RandomQuestion(random) with { Where = [] }).ToArray();
        foreach (var answer in CrossTabulation.CountAll(blocks, questions))
        {
            answer.Total.ShouldBe(total);
            for (var axis = 0; axis < answer.Labels.Count; axis++)
            {
                answer.Margin(axis).Sum().ShouldBe(total);
            }
        }
    }

    [Fact]
    public void CountAll_ManyRows_SameOnAnyNumberOfThreads()
    {
        var blocks = RandomBlocks.Of(new Random(5), 2, 300_000, counted: true);
        Question[] questions =
        [
            ([], [Axes[0], Axes[1]], "m1"), ([], [Axes[2]], null), ([], [Axes[1], Axes[2]], null), ([], [], "m1"),
            ([Filters[1]], [Axes[6], Axes[3]], "m1"), ([], [Axes[4], Axes[0], Axes[3]], "m1"), ([], [Axes[5]], null),
        ];
        var alone = CrossTabulation.CountAll(blocks, questions, threads: 1);
        var shared = CrossTabulation.CountAll(blocks, questions, threads: 7);
        for (var q = 0; q < questions.Length; q++)
        {
            shared[q].Counts.ShouldBe(alone[q].Counts);
            shared[q].Sums.ShouldBe(alone[q].Sums); // to the last bit
            Same(alone[q], PlainCrossTab.Count(blocks, questions[q].Where, questions[q].By, questions[q].Sum));
        }
    }

    [Fact]
    public void Count_MoreKeysThanAnArrayHolds_EqualsThePlainCount()
    {
        var random = new Random(8);
        var blocks = Enumerable.Range(0, 4).Select(_ => ManyNumbers(random, 300)).ToArray();
        CrossTabAxis[] by = [new("m1"), new("m2"), new("d0")];
        Same(CrossTabulation.Count(blocks, [], by, "m2"), PlainCrossTab.Count(blocks, [], by, "m2"));
    }

    [Fact]
    public void Count_MoreCellsThanAnyoneReads_IsRefused()
    {
        var block = ManyNumbers(new Random(9), 20_000);
        Should.Throw<AnalyticsException>(() => CrossTabulation.Count([block], [], [new("m1"), new("m2")])).Code.ShouldBe("AN4006");
    }

    [Fact]
    public void Count_LabelsSpelledInAnyOrder_ComeInOrdinalOrderWithMissingLast()
    {
        var block = new DataWindow(
            4,
            new Dictionary<string, DimensionColumn> { ["brand"] = new("brand", [2, 0, 1, 2], ["", "b", "B", "never"]) },
            new Dictionary<string, double[]> { ["age"] = [30, double.NaN, 9, -0.0] },
            [5, 1, 2, 3]);
        var table = CrossTabulation.Count([block], [], [new("brand"), new("age")], "age");
        table.Labels[0].ShouldBe(["B", "b", ""]);
        table.Labels[1].ShouldBe(["0", "9", "30", ""]);
        table.Counts.ShouldBe([3, 0, 5, 0, 0, 2, 0, 0, 0, 0, 0, 1]);
        table.Sums.ShouldBe([0, 0, 150, 0, 0, 18, 0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public void Count_NoRows_HasBandsAndNoOtherLabel()
    {
        var table = CrossTabulation.Count([], [], [new("age", new BandSet("age", [18])), new("brand")]);
        table.Labels[0].ShouldBe(["≤18", ">18"]);
        table.Labels[1].ShouldBeEmpty();
        table.Counts.ShouldBeEmpty();
        CrossTabulation.Count([], [], []).Counts.ShouldBe([0]);
    }

    [Fact]
    public void Count_UnknownColumn_NamesTheNearest()
    {
        var blocks = RandomBlocks.Of(new Random(1), 1, 10, counted: false);
        var axis = Should.Throw<AnalyticsException>(() => CrossTabulation.Count(blocks, [], [new("d11")]));
        (axis.Code, axis.Problem).ShouldBe(("AN4002", "There is no column 'd11' to count by. Did you mean 'd1'?"));
        axis.Remedy.ShouldBe("Use one of: d0, d1, d2, d3, m0, m1.");
        Should.Throw<AnalyticsException>(() => CrossTabulation.Count(blocks, [], [], "sum")).Code.ShouldBe("AN4002");
        Should.Throw<AnalyticsException>(() => CrossTabulation.Count(blocks, [], [], "d1")).Code.ShouldBe("AN4002");
        Should.Throw<AnalyticsException>(() => CrossTabulation.Count(blocks, [], [new("d1", new BandSet("d1", [1]))])).Code.ShouldBe("AN4002");
    }

    [Fact]
    public void Count_UnknownColumnOfManyRows_IsTheSameFault()
    {
        var rows = 100_000;
        var block = new DataWindow(
            rows,
            new Dictionary<string, DimensionColumn> { ["d"] = new("d", new ushort[rows], [""]) },
            new Dictionary<string, double[]>());
        Should.Throw<AnalyticsException>(() => CrossTabulation.Count([block], [], [new("d"), new("e")])).Code.ShouldBe("AN4002");
    }

    [Fact]
    public void Count_KeyBeyondItsLabels_IsRefused()
    {
        var block = new DataWindow(2, new Dictionary<string, DimensionColumn> { ["d"] = new("d", [1, 2], ["", "a"]) }, new Dictionary<string, double[]>());
        Should.Throw<ArgumentException>(() => CrossTabulation.Count([block], [], [new("d")]));
        Should.Throw<ArgumentException>(() => CrossTabulation.Count([block], [new("d", ["a"])], []));
    }

    [Fact]
    public void Count_FiveAxes_AreRefused() =>
        Should.Throw<ArgumentException>(() => CrossTabulation.Count([], [], [Axes[0], Axes[1], Axes[2], Axes[3], Axes[4]]));

    private static DataWindow ManyNumbers(Random random, int rows)
    {
        double[] Column() => Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.1 ? double.NaN : random.NextDouble()).ToArray();
        var keys = Enumerable.Range(0, rows).Select(_ => (ushort)(random.Next(60) == 0 ? 1 : 2)).ToArray();
        return new DataWindow(
            rows,
            new Dictionary<string, DimensionColumn> { ["d0"] = new("d0", keys, ["", "few", "most"]) },
            new Dictionary<string, double[]> { ["m1"] = Column(), ["m2"] = Column() });
    }

    private static Question RandomQuestion(Random random)
    {
        var by = random.GetItems(Axes, random.Next(0, 5));
        var where = random.Next(3) > 0 ? random.GetItems(Filters, random.Next(0, 3)) : [];
        return (where, by, random.Next(2) == 0 ? null : random.Next(2) == 0 ? "m0" : "m1");
    }

    // The kernel matches numbers by value, the plain count by text.
    private static Filter[] PlainFilters(IReadOnlyList<Filter> where) =>
        where.Select(filter => filter.Column == "m0" ? new Filter("m0", ["0.5", "", "-1.5"]) : filter).ToArray();

    private static void Same(CrossTab actual, CrossTab expected)
    {
        actual.Labels.Count.ShouldBe(expected.Labels.Count);
        for (var axis = 0; axis < expected.Labels.Count; axis++)
        {
            actual.Labels[axis].ShouldBe(expected.Labels[axis]);
        }

        actual.Counts.AsSpan().SequenceEqual(expected.Counts).ShouldBeTrue(); // tables may be large: Shouldly would compare them for seconds
        (actual.Sums is null).ShouldBe(expected.Sums is null);
        for (var cell = 0; cell < (expected.Sums?.Length ?? 0); cell++)
        {
            var close = Math.Abs(actual.Sums![cell] - expected.Sums![cell]) <= 1e-9 * Math.Max(1, Math.Abs(expected.Sums[cell]));
            if (close)
            {
                continue;
            }

            Assert.Fail($"cell {cell}: {actual.Sums[cell]} instead of {expected.Sums[cell]}");
        }
    }
}
