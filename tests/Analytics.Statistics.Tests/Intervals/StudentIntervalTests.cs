using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Tests.Intervals;

public sealed class StudentIntervalTests
{
    [Fact]
    public void Of_TwentyFiveValues_EqualsR()
    {
        // R 4.2: 6 + qt(c(.025, .975), 24) * 1.3 / sqrt(25)
        var interval = StudentInterval.Of(6, 1.3, 25, 0.95);
        interval.Lower.ShouldBe(5.46338637397671, 1e-11);
        interval.Upper.ShouldBe(6.53661362602329, 1e-11);
    }

    [Fact]
    public void Of_NoSpread_IsThePointItself() => StudentInterval.Of(4, 0, 10, 0.95).ShouldBe(new ConfidenceInterval(4, 4));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    [InlineData(10, -1)]
    [InlineData(10, double.NaN)]
    public void Of_TooFewValuesOrNoDeviation_IsRefused(double n, double deviation) =>
        Should.Throw<ArgumentOutOfRangeException>(() => StudentInterval.Of(4, deviation, n, 0.95));
}
