using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Tests.Intervals;

public sealed class PoissonIntervalTests
{
    // R 4.2: options(digits = 15); poisson.test(x, conf.level = level)$conf.int
    [Theory]
    [InlineData(0, 0.95, 0, 3.68887945411394)]
    [InlineData(1, 0.95, 0.0253178079842899, 5.5716433909388989)]
    [InlineData(5, 0.95, 1.62348639011842, 11.66833207932267)]
    [InlineData(7, 0.90, 3.28531569189467, 13.14811380243212)]
    [InlineData(10, 0.95, 4.79538869613243, 18.39035604201778)]
    [InlineData(60000, 0.95, 59520.8566861987, 60482.0416181607)]
    [InlineData(5224713, 0.95, 5220233.93385324, 5229194.96088135)]
    public void Exact_ObservedCount_EqualsR(double count, double level, double lower, double upper)
    {
        var interval = PoissonInterval.Exact(count, level);
        interval.Lower.ShouldBe(lower, Math.Max(1e-12, lower * 1e-11));
        interval.Upper.ShouldBe(upper, upper * 1e-11);
    }

    [Theory]
    [InlineData(-1, 0.95)]
    [InlineData(double.NaN, 0.95)]
    [InlineData(double.PositiveInfinity, 0.95)]
    [InlineData(3, 0)]
    [InlineData(3, 1)]
    [InlineData(3, double.NaN)]
    public void Exact_ImpossibleInput_IsRefused(double count, double level) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonInterval.Exact(count, level));
}
