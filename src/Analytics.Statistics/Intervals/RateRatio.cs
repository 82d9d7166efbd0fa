namespace Analytics.Statistics.Intervals;

/// <summary>
/// Exact interval of the ratio of two Poisson rates. Given the total, the events of A are binomial, so the bounds come from the
/// Clopper–Pearson interval of A's share. Przyborowski and Wilenski (1940), Biometrika 31, 313–323; Clopper and Pearson (1934),
/// Biometrika 26, 404–413. The same as R's <c>poisson.test(c(a, b), c(ta, tb))</c>.
/// </summary>
public static class RateRatio
{
    /// <summary>Rate of A over rate of B. See <see cref="RateRatioResult"/> for what comes back where a side has no event.</summary>
    /// <param name="eventsA">Events of A, 0 or more.</param>
    /// <param name="exposureA">Exposure of A (subscribers, time), more than 0.</param>
    /// <param name="eventsB">Events of B, 0 or more.</param>
    /// <param name="exposureB">Exposure of B, in the same unit, more than 0.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative events, an exposure of 0 or less, or a level not between 0 and 1.</exception>
    public static RateRatioResult Of(double eventsA, double exposureA, double eventsB, double exposureB, double level)
    {
        RequireCount(eventsA, nameof(eventsA));
        RequireCount(eventsB, nameof(eventsB));
        RequireExposure(exposureA, nameof(exposureA));
        RequireExposure(exposureB, nameof(exposureB));
        var tail = ConfidenceInterval.Tail(level);
        var scale = exposureB / exposureA;
        var lower = eventsA == 0 ? 0 : BetaQuantile.Odds(eventsA, eventsB + 1, tail) * scale;
        var upper = eventsB == 0 ? double.PositiveInfinity : BetaQuantile.Odds(eventsA + 1, eventsB, 1 - tail) * scale;
        return new RateRatioResult(eventsA / eventsB * scale, lower, upper);
    }

    internal static void RequireCount(double events, string name)
    {
        if (!(events >= 0) || double.IsInfinity(events))
        {
            throw new ArgumentOutOfRangeException(name, events, "Events are finite and not negative.");
        }
    }

    internal static void RequireExposure(double exposure, string name)
    {
        if (!(exposure > 0) || double.IsInfinity(exposure))
        {
            throw new ArgumentOutOfRangeException(name, exposure, "A rate needs a finite exposure above 0.");
        }
    }
}
