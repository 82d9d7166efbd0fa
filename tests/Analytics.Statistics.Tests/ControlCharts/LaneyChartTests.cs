using Analytics.Statistics.ControlCharts;

namespace Analytics.Statistics.Tests.ControlCharts;

public sealed class LaneyChartTests
{
    private static readonly double[] Complaints = [5210, 5490, 5105, 5333, 5720, 5410, 5288, 5602, 5199, 5377, 5460, 5301, 5545];

    private static readonly double[] Subscribers =
        [22.90e6, 22.91e6, 22.93e6, 22.92e6, 22.95e6, 22.97e6, 22.96e6, 22.99e6, 23.01e6, 23.00e6, 23.03e6, 23.04e6, 23.06e6];

    [Fact]
    public void U_ThirteenWeeks_EqualsTheFormulaInR()
    {
        // R 4.2: u <- sum(N)/sum(n); z <- (N/n - u)/sqrt(u/n); s <- mean(abs(diff(z)))/1.128; h <- 3*s*sqrt(u/2.31e7); c(u, u-h, u+h, s)
        var limits = LaneyChart.U(Complaints, Subscribers, 2.31e7);
        Near(limits, new ControlLimits(0.000234506311313490, 0.000204836148635277, 0.000264176473991703, 3.104040613812552));
    }

    [Fact]
    public void P_TenWeeks_EqualsTheFormulaInR()
    {
        // R 4.2: p <- sum(N)/sum(n); z <- (N/n - p)/sqrt(p*(1-p)/n); s <- mean(abs(diff(z)))/1.128; h <- 3*s*sqrt(p*(1-p)/5300); c(p, p-h, p+h, s)
        var limits = LaneyChart.P([412, 398, 455, 430, 420, 399, 441, 408, 415, 433], Complaints.AsSpan(0, 10), 5300);
        Near(limits, new ControlLimits(0.0783675140506942, 0.0583756971080290, 0.0983593309933593, 1.8051862800514169));
    }

    [Fact]
    public void Individuals_NistFlowRates_EqualTheHandbook()
    {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2: centre 50.81, limits 45.8159 and 55.8041.
        var limits = LaneyChart.Individuals([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
        limits.Centre.ShouldBe(50.81, 1e-12);
        limits.Lower.ShouldBe(45.8159, 2e-4);
        limits.Upper.ShouldBe(55.8041, 2e-4);
        limits.SigmaZ.ShouldBe(1.8778 / 1.128, 1e-4);
    }

    [Fact]
    public void U_NoEventInTheBaseline_HasLimitsOfZero() => LaneyChart.U([0, 0, 0], [10, 10, 10], 10).ShouldBe(default);

    [Fact]
    public void P_LimitsBeyondAShare_AreCutAtZeroAndOne()
    {
        var limits = LaneyChart.P([1, 9, 1, 9], [10, 10, 10, 10], 10);
        (limits.Lower, limits.Upper).ShouldBe((0, 1));
    }

    [Fact]
    public void Limits_ImpossibleBaseline_AreRefused()
    {
        Should.Throw<ArgumentException>(() => LaneyChart.U([1], [10], 10));
        Should.Throw<ArgumentException>(() => LaneyChart.U([1, 2], [10, 0], 10));
        Should.Throw<ArgumentException>(() => LaneyChart.U([1, 2], [10, 10], 0));
        Should.Throw<ArgumentException>(() => LaneyChart.U([1, 2, 3], [10, 10], 10));
        Should.Throw<ArgumentException>(() => LaneyChart.P([11, 2], [10, 10], 10));
        Should.Throw<ArgumentException>(() => LaneyChart.Individuals([1, double.NaN]));
    }

    private static void Near(ControlLimits actual, ControlLimits expected)
    {
        actual.Centre.ShouldBe(expected.Centre, expected.Centre * 1e-12);
        actual.Lower.ShouldBe(expected.Lower, expected.Centre * 1e-10);
        actual.Upper.ShouldBe(expected.Upper, expected.Centre * 1e-10);
        actual.SigmaZ.ShouldBe(expected.SigmaZ, 1e-9);
    }
}
