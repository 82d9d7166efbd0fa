using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Tests.Intervals;

public sealed class RateRatioTests
{
    // R 4.2: r <- poisson.test(c(a, b), c(ta, tb), conf.level = level); c(r$estimate, r$conf.int). The first row is R's own example of poisson.test.
    [Theory]
    [InlineData(11, 800, 21, 3011, 0.95, 1.971488095238095, 0.858426403391639, 4.277265943654071)]
    [InlineData(0, 100, 5, 200, 0.95, 0, 0, 2.18255821036509)]
    [InlineData(5, 100, 0, 200, 0.95, double.PositiveInfinity, 1.83271171463092, double.PositiveInfinity)]
    [InlineData(60321, 22.9e6, 58011, 23.1e6, 0.95, 1.04890143180946, 1.03699722854437, 1.06094295664717)]
    [InlineData(2500000, 1, 2724713, 1, 0.95, 0.917527827701486, 0.915953857961024, 0.919104473398419)]
    [InlineData(3, 1e4, 1000, 1e6, 0.99, 0.3, 0.0337245986755776, 1.1021350249275750)]
    public void Of_TwoRates_EqualsR(double a, double exposureA, double b, double exposureB, double level, double ratio, double lower, double upper)
    {
        var result = RateRatio.Of(a, exposureA, b, exposureB, level);
        Near(result.Ratio, ratio);
        Near(result.Lower, lower);
        Near(result.Upper, upper);
    }

    [Fact]
    public void Of_NoEventAtAll_KnowsNothing() =>
        RateRatio.Of(0, 100, 0, 100, 0.95).ShouldBe(new RateRatioResult(double.NaN, 0, double.PositiveInfinity));

    [Fact]
    public void Of_SidesSwapped_GivesTheReciprocal()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var (a, b) = (random.Next(1, 5000), random.Next(1, 5000));
            var (ta, tb) = (1 + random.NextDouble(), 1 + random.NextDouble());
            var there = RateRatio.Of(a, ta, b, tb, 0.95);
            var back = RateRatio.Of(b, tb, a, ta, 0.95);
            Near(there.Lower, 1 / back.Upper);
            Near(there.Upper, 1 / back.Lower);
            there.Lower.ShouldBeLessThan(there.Ratio);
            there.Upper.ShouldBeGreaterThan(there.Ratio);
        }
    }

    [Theory]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, 1, 1, 0)]
    [InlineData(-1, 1, 1, 1)]
    [InlineData(1, 1, double.NaN, 1)]
    public void Of_NoExposureOrNegativeEvents_IsRefused(double a, double exposureA, double b, double exposureB) =>
        Should.Throw<ArgumentOutOfRangeException>(() => RateRatio.Of(a, exposureA, b, exposureB, 0.95));

    private static void Near(double actual, double expected)
    {
        if (double.IsInfinity(expected))
        {
            actual.ShouldBe(expected);
        }
        else
        {
            actual.ShouldBe(expected, Math.Max(1e-300, Math.Abs(expected) * 1e-9));
        }
    }
}
