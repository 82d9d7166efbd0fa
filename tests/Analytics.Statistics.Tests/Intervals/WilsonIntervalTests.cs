using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Tests.Intervals;

public sealed class WilsonIntervalTests
{
    // R 4.2: prop.test(x, n, correct = FALSE)$conf.int; the first two rows are Newcombe (1998), Statistics in Medicine 17, 857–872, table I.
    [Theory]
    [InlineData(81, 263, 0.255288519878274, 0.366209576982800)]
    [InlineData(1, 29, 0.00611321429276266, 0.17175521879320282)]
    [InlineData(0, 20, 0, 0.161125158052819)]
    [InlineData(20, 20, 0.838874841947181, 1)]
    public void Of_ObservedShare_EqualsR(double successes, double trials, double lower, double upper)
    {
        var interval = WilsonInterval.Of(successes, trials, 0.95);
        interval.Lower.ShouldBe(lower, 1e-13);
        interval.Upper.ShouldBe(upper, 1e-13);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 4)]
    [InlineData(-1, 4)]
    [InlineData(double.NaN, 4)]
    public void Of_ImpossibleInput_IsRefused(double successes, double trials) =>
        Should.Throw<ArgumentOutOfRangeException>(() => WilsonInterval.Of(successes, trials, 0.95));
}
