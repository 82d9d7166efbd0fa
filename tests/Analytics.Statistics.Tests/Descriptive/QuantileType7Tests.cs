using Analytics.Statistics.Descriptive;

namespace Analytics.Statistics.Tests.Descriptive;

public sealed class QuantileType7Tests
{
    private static readonly double[] Values = [2.5, 3.25, 7, 7.5, 11, 40];
    private static readonly long[] Counts = [3, 1, 4, 2, 7, 1];

    // R 4.2: v <- c(2.5, 3.25, 7, 7.5, 11, 40); w <- c(3, 1, 4, 2, 7, 1); quantile(rep(v, w), p); quantile(v, p)
    [Theory]
    [InlineData(0, 2.5, 2.5)]
    [InlineData(0.1, 2.5, 2.875)]
    [InlineData(0.25, 7, 4.1875)]
    [InlineData(0.5, 7.5, 7.25)]
    [InlineData(0.77, 11, 10.475)]
    [InlineData(0.9, 11, 25.5)]
    [InlineData(0.95, 15.35, 32.75)]
    [InlineData(1, 40, 40)]
    public void Of_WeightedAndPlainValues_EqualR(double probability, double weighted, double plain)
    {
        QuantileType7.Of(Values, Counts, probability).ShouldBe(weighted, 1e-12);
        QuantileType7.Of(Values, probability).ShouldBe(plain, 1e-12);
    }

    [Fact]
    public void Of_CountedValues_EqualTheRepeatedOnes()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 20)).Select(_ => Math.Round(random.NextDouble() * 50, 1)).Order().ToArray();
            var counts = values.Select(_ => (long)random.Next(0, 6)).ToArray();
            var repeated = values.SelectMany((value, i) => Enumerable.Repeat(value, (int)counts[i])).ToArray();
            var probability = random.NextDouble();
            QuantileType7.Of(values, counts, probability).ShouldBe(QuantileType7.Of(repeated, probability));
        }
    }

    [Fact]
    public void Of_NoValues_IsUnknown()
    {
        QuantileType7.Of([], 0.5).ShouldBe(double.NaN);
        QuantileType7.Of([1], [0], 0.5).ShouldBe(double.NaN);
    }

    [Fact]
    public void Of_ImpossibleInput_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => QuantileType7.Of([1], 1.5));
        Should.Throw<ArgumentException>(() => QuantileType7.Of([2, 1], [1, 1], 0.5));
        Should.Throw<ArgumentException>(() => QuantileType7.Of([1, 2], [1, -1], 0.5));
        Should.Throw<ArgumentException>(() => QuantileType7.Of([1, 2], [1], 0.5));
    }
}
