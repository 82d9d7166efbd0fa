using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Tests.Intervals;

public sealed class DifferenceIntervalTests
{
    // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    public void OfShares_NewcombesExamples_EqualHisTable(double x1, double n1, double x2, double n2, double lower, double upper)
    {
        var interval = DifferenceInterval.OfShares(x1, n1, x2, n2, 0.95);
        Math.Round(interval.Lower, 4).ShouldBe(lower);
        Math.Round(interval.Upper, 4).ShouldBe(upper);
    }

    [Fact]
    public void OfRates_BothSides_RecoversTheirExactIntervals()
    {
        // R 4.2: l <- function(x) poisson.test(x)$conf.int; a <- 30/100; b <- 20/90; A <- l(30)/100; B <- l(20)/90
        // c(a-b - sqrt((a-A[1])^2 + (B[2]-b)^2), a-b + sqrt((A[2]-a)^2 + (b-B[1])^2))
        var interval = DifferenceInterval.OfRates(30, 100, 20, 90, 0.95);
        interval.Lower.ShouldBe(-0.0776593242022264, 1e-12);
        interval.Upper.ShouldBe(0.2324780586110665, 1e-12);
    }

    [Fact]
    public void OfCounts_OneExposure_IsTheRateDifference() =>
        DifferenceInterval.OfCounts(30, 20, 0.95).ShouldBe(DifferenceInterval.OfRates(30, 1, 20, 1, 0.95));

    [Fact]
    public void OfRates_NoExposure_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => DifferenceInterval.OfRates(1, 1, 1, 0, 0.95));
}
