using Analytics.Core;
using Analytics.Statistics.Weights;

namespace Analytics.Statistics.Tests.Weights;

public sealed class RakingTests
{
    private static readonly Dictionary<string, double> Brands = new() { ["a"] = 27, ["b"] = 55, ["c"] = 18 };
    private static readonly Dictionary<string, double> Ages = new() { ["young"] = 400_000, ["old"] = 600_000 };

    [Fact]
    public void Of_TwoMargins_MeetsBothAndKeepsTheOddsRatios()
    {
        // The raked table is the only one with these margins and the odds ratios of the sample.
        var (brands, ages) = Sample();
        var result = Raking.Of(brands.Length, [new("brand", brands, Brands), new("age", ages, Ages)], new RakingSettings { MaximumRatio = null });
        var cells = Cells(brands, ages, result.Weights.Values);
        var counts = Cells(brands, ages, [.. brands.Select(_ => 1.0)]);
        var total = cells.Values.Sum();
        (result.Converged, result.Trimmed).ShouldBe((true, 0));
        foreach (var (brand, share) in Brands)
        {
            ((cells[(brand, "young")] + cells[(brand, "old")]) / total).ShouldBe(share / 100, 1e-9);
        }

        (cells.Where(c => c.Key.Age == "young").Sum(c => c.Value) / total).ShouldBe(0.4, 1e-9);
        foreach (var brand in new[] { "b", "c" })
        {
            Odds(cells, brand).ShouldBe(Odds(counts, brand), 1e-9);
        }

        result.Weights.Values.Average().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Of_OneMargin_IsPostStratification()
    {
        var (brands, _) = Sample();
        var raked = Raking.Of(brands.Length, [new("brand", brands, Brands)], new RakingSettings { MaximumRatio = null });
        // Holt and Smith (1979): w = (N_h/N)/(n_h/n)
        for (var i = 0; i < brands.Length; i++)
        {
            raked.Weights.Values[i].ShouldBe(Brands[brands[i]] / 100 / ((double)brands.Count(b => b == brands[i]) / brands.Length), 1e-12);
        }
    }

    [Fact]
    public void Of_Trimmed_KeepsTheBoundAndSaysWhatIsLeft()
    {
        var brands = Enumerable.Repeat("a", 97).Concat(["b", "b", "c"]).ToArray();
        var result = Raking.Of(100, [new("brand", brands, Brands)], new RakingSettings { MaximumRatio = 5, MaximumRounds = 50 });
        result.Weights.Values.Max().ShouldBe(5, 1e-9);
        (result.Converged, result.Rounds).ShouldBe((false, 50));
        result.LargestDeviation.ShouldBeGreaterThan(0.1);
        result.Trimmed.ShouldBe(3);
    }

    [Fact]
    public void Of_UnknownCategory_LeavesTheMarginOfTheKnown()
    {
        string?[] ages = ["young", "young", "young", "old", null, null];
        var result = Raking.Of(6, [new("age", ages, Ages)], new RakingSettings { MaximumRatio = null });
        var known = result.Weights.Values.Take(4).ToArray();
        (known[3] / known.Sum()).ShouldBe(0.6, 1e-12);
        result.Weights.Values[4].ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Of_MarginsThatDoNotFit_AreRefusedAllTogether()
    {
        var message = Should.Throw<AnalyticsException>(
            () => Raking.Of(2, [new("brand", ["a", "x"], Brands), new("age", ["old", "old"], Ages)], new RakingSettings())).Message;
        message.ShouldStartWith("AN7022: ");
        string[] faults =
        [
            "brand 'b' has no respondents", "brand 'c' has no respondents", "brand 'x' has respondents but no population",
            "age 'young' has no respondents",
        ];
        foreach (var fault in faults)
        {
            message.ShouldContain(fault);
        }
    }

    [Fact]
    public void SurveyWeights_KnowWhatTheyCost()
    {
        // Kish: n_eff = (Σw)²/Σw², deff = n/n_eff
        var weights = SurveyWeights.Of([1, 1, 2, 0]);
        weights.Values.ShouldBe([0.75, 0.75, 1.5, 0], 1e-12);
        weights.EffectiveRespondents.ShouldBe(16.0 / 6, 1e-12);
        weights.DesignEffect.ShouldBe(3 / (16.0 / 6), 1e-12);
        Should.Throw<ArgumentException>(() => SurveyWeights.Of([0, 0]));
        Should.Throw<ArgumentException>(() => SurveyWeights.Of([1, -1]));
    }

    private static double Odds(Dictionary<(string Brand, string Age), double> cells, string brand) =>
        cells[("a", "young")] * cells[(brand, "old")] / (cells[("a", "old")] * cells[(brand, "young")]);

    private static Dictionary<(string Brand, string Age), double> Cells(string[] brands, string[] ages, IReadOnlyList<double> weights) =>
        brands.Select((brand, i) => (Key: (Brand: brand, Age: ages[i]), Weight: weights[i]))
            .GroupBy(x => x.Key)
            .ToDictionary(g => g.Key, g => g.Sum(x => x.Weight));

    private static (string[] Brands, string[] Ages) Sample()
    {
        (string, string, int)[] counts = [("a", "young", 30), ("a", "old", 20), ("b", "young", 10), ("b", "old", 45), ("c", "young", 60), ("c", "old", 15)];
        var rows = counts.SelectMany(c => Enumerable.Repeat((c.Item1, c.Item2), c.Item3)).ToArray();
        return ([.. rows.Select(r => r.Item1)], [.. rows.Select(r => r.Item2)]);
    }
}
