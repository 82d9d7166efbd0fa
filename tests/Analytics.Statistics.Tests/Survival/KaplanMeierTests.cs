using Analytics.Statistics.Intervals;
using Analytics.Statistics.Survival;

namespace Analytics.Statistics.Tests.Survival;

public sealed class KaplanMeierTests
{
    // Miller (1981), Survival Analysis, p. 49: acute myelogenous leukaemia, maintained group; R's survival::aml.
    private static readonly double[] AmlTimes = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161];
    private static readonly long[] AmlEvents = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0];
    private static readonly long[] AmlCensored = [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1];

    private static readonly double[] Times = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
    private static readonly long[] Events = [40, 35, 30, 28, 20, 16, 9, 5, 2, 1];
    private static readonly long[] Censored = [3, 0, 4, 1, 6, 2, 8, 5, 3, 9];

    // R 4.2, survival 3.5: quantile(survfit(Surv(time, status) ~ 1, aml, subset = x == "Maintained", conf.type = "log-log"), p)
    [Theory]
    [InlineData(0.25, 18.0, 9.0, 34.0)]
    [InlineData(0.50, 31, 13, null)]
    [InlineData(0.75, 48, 31, null)]
    public void Quantile_Leukaemia_EqualsR(double probability, double quantile, double lower, double? upper)
    {
        KaplanMeier.Quantile(AmlTimes, AmlEvents, AmlCensored, probability).ShouldBe(quantile);
        KaplanMeier.QuantileInterval(AmlTimes, AmlEvents, AmlCensored, probability, 0.95)
            .ShouldBe(upper is { } reached ? new ConfidenceInterval(lower, reached) : null);
    }

    // R 4.2: d <- data.frame(t = rep(c(t, t), c(e, z)), s = rep(1:0, c(sum(e), sum(z))));
    // quantile(survfit(Surv(t, s) ~ 1, d, conf.type = "log-log", conf.int = level), p)
    [Theory]
    [InlineData(0.95, 0.10, 1, 1, 1)]
    [InlineData(0.95, 0.50, 5, 3, 5)]
    [InlineData(0.95, 0.75, 13, 8, 21)]
    [InlineData(0.90, 0.75, 13, 13, 21)]
    public void Quantile_ManyCasesATime_EqualsR(double level, double probability, double quantile, double lower, double upper)
    {
        KaplanMeier.Quantile(Times, Events, Censored, probability).ShouldBe(quantile);
        KaplanMeier.QuantileInterval(Times, Events, Censored, probability, level).ShouldBe(new ConfidenceInterval(lower, upper));
    }

    [Fact]
    public void Quantile_TimesInAnyOrderAndRepeated_AreTheSameTable()
    {
        double[] shuffled = [55, 3, 1, 89, 2, 8, 5, 34, 13, 21, 3];
        long[] events = [2, 10, 40, 1, 35, 20, 28, 5, 16, 9, 20];
        long[] censored = [3, 4, 3, 9, 0, 6, 1, 5, 2, 8, 0];
        KaplanMeier.Quantile(shuffled, events, censored, 0.9).ShouldBe(KaplanMeier.Quantile(Times, Events, Censored, 0.9));
        KaplanMeier.QuantileInterval(shuffled, events, censored, 0.5, 0.95)
            .ShouldBe(KaplanMeier.QuantileInterval(Times, Events, Censored, 0.5, 0.95));
    }

    [Fact]
    public void Quantile_HalfClosedExactly_IsTheTimeItHappened() =>
        KaplanMeier.Quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], new long[10], 0.3).ShouldBe(3);

    [Fact]
    public void Quantile_TooFewClosed_IsUnknown()
    {
        KaplanMeier.Quantile([1, 2], [1, 0], [0, 9], 0.5).ShouldBeNull();
        KaplanMeier.Quantile([], [], [], 0.5).ShouldBeNull();
    }

    [Fact]
    public void Quantile_ImpossibleInput_IsRefused()
    {
        Should.Throw<ArgumentException>(() => KaplanMeier.Quantile([1], [1, 2], [0], 0.5));
        Should.Throw<ArgumentException>(() => KaplanMeier.Quantile([double.NaN], [1], [0], 0.5));
        Should.Throw<ArgumentException>(() => KaplanMeier.Quantile([1], [-1], [0], 0.5));
        Should.Throw<ArgumentOutOfRangeException>(() => KaplanMeier.Quantile([1], [1], [0], 1));
    }
}
