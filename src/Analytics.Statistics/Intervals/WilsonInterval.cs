using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Intervals;

/// <summary>Score interval of a share, without continuity correction. Wilson (1927), JASA 22, 209–212.</summary>
public static class WilsonInterval
{
    /// <summary>Interval of the share <paramref name="successes"/> ÷ <paramref name="trials"/>, within 0–1.</summary>
    /// <param name="successes">0…<paramref name="trials"/>; need not be whole.</param>
    /// <param name="trials">More than 0; an effective sample size is allowed.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">No trials, more successes than trials, or a level not between 0 and 1.</exception>
    public static ConfidenceInterval Of(double successes, double trials, double level)
    {
        if (!(trials > 0) || double.IsInfinity(trials))
        {
            throw new ArgumentOutOfRangeException(nameof(trials), trials, "A share needs at least one trial.");
        }

        if (!(successes >= 0 && successes <= trials))
        {
            throw new ArgumentOutOfRangeException(nameof(successes), successes, $"Successes lie between 0 and the {trials} trials.");
        }

        var z = -Normal.InvCDF(0, 1, ConfidenceInterval.Tail(level));
        var share = successes / trials;
        var shrink = 1 + (z * z / trials);
        var centre = share + (z * z / (2 * trials));
        var half = z * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4 * trials * trials)));
        // Exact at the ends, where the formula leaves a rounding error that would print as −0.0 or 100.0000001 %.
        var lower = successes == 0 ? 0 : Math.Max(0, (centre - half) / shrink);
        var upper = successes == trials ? 1 : Math.Min(1, (centre + half) / shrink);
        return new ConfidenceInterval(lower, upper);
    }
}
