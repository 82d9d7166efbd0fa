namespace Analytics.Statistics.Intervals;

/// <summary>
/// Intervals of differences between two independent periods or groups, recovered from the interval of each side: the lower bound of
/// θ₁ − θ₂ is θ̂₁ − θ̂₂ − √((θ̂₁−l₁)² + (u₂−θ̂₂)²), the upper one the mirror image. With Wilson bounds this is method 10 of Newcombe
/// (1998), Statistics in Medicine 17, 873–890; with Garwood bounds Zou and Donner (2008), Statistics in Medicine 27, 1693–1702.
/// </summary>
public static class DifferenceInterval
{
    /// <summary>Interval of x₁/n₁ − x₂/n₂ (Newcombe's hybrid score method), within −1…1.</summary>
    /// <param name="successes1">Successes of the current side, 0…<paramref name="trials1"/>.</param>
    /// <param name="trials1">Trials of the current side, more than 0.</param>
    /// <param name="successes2">Successes of the compared side.</param>
    /// <param name="trials2">Trials of the compared side, more than 0.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">As <see cref="WilsonInterval.Of"/>.</exception>
    public static ConfidenceInterval OfShares(double successes1, double trials1, double successes2, double trials2, double level) => Recover(
        successes1 / trials1,
        WilsonInterval.Of(successes1, trials1, level),
        successes2 / trials2,
        WilsonInterval.Of(successes2, trials2, level));

    /// <summary>
    /// Interval of the difference of the expected counts behind <paramref name="count1"/> − <paramref name="count2"/>, both Poisson over equal
    /// exposures.
    /// </summary>
    /// <param name="count1">Events of the current side, 0 or more.</param>
    /// <param name="count2">Events of the compared side, 0 or more.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">As <see cref="PoissonInterval.Exact"/>.</exception>
    public static ConfidenceInterval OfCounts(double count1, double count2, double level) => Recover(
        count1,
        PoissonInterval.Exact(count1, level),
        count2,
        PoissonInterval.Exact(count2, level));

    /// <summary>Interval of events₁/exposure₁ − events₂/exposure₂, in events per unit of exposure.</summary>
    /// <param name="events1">Events of the current side, 0 or more.</param>
    /// <param name="exposure1">Exposure of the current side, more than 0.</param>
    /// <param name="events2">Events of the compared side.</param>
    /// <param name="exposure2">Exposure of the compared side, more than 0.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative events, an exposure of 0 or less, or a level not between 0 and 1.</exception>
    public static ConfidenceInterval OfRates(double events1, double exposure1, double events2, double exposure2, double level)
    {
        RateRatio.RequireExposure(exposure1, nameof(exposure1));
        RateRatio.RequireExposure(exposure2, nameof(exposure2));
        var one = PoissonInterval.Exact(events1, level);
        var two = PoissonInterval.Exact(events2, level);
        return Recover(
            events1 / exposure1,
            new ConfidenceInterval(one.Lower / exposure1, one.Upper / exposure1),
            events2 / exposure2,
            new ConfidenceInterval(two.Lower / exposure2, two.Upper / exposure2));
    }

    private static ConfidenceInterval Recover(double estimate1, ConfidenceInterval of1, double estimate2, ConfidenceInterval of2)
    {
        var difference = estimate1 - estimate2;
        return new ConfidenceInterval(
            difference - double.Hypot(estimate1 - of1.Lower, of2.Upper - estimate2),
            difference + double.Hypot(of1.Upper - estimate1, estimate2 - of2.Lower));
    }
}
