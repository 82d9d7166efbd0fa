using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Intervals;

/// <summary>
/// Exact interval of a Poisson mean: [χ²(α/2; 2N)/2, χ²(1−α/2; 2N+2)/2]. Garwood (1936), "Fiducial limits for the Poisson
/// distribution", Biometrika 28, 437–442. Divide both bounds by the exposure for the interval of a rate.
/// </summary>
public static class PoissonInterval
{
    /// <summary>Interval of the expected count behind an observed one. For no event the lower bound is 0.</summary>
    /// <param name="count">Events seen, 0 or more; need not be whole.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or not finite, or the level is not between 0 and 1.</exception>
    public static ConfidenceInterval Exact(double count, double level)
    {
        if (!(count >= 0) || double.IsInfinity(count))
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "A count is finite and not negative.");
        }

        var tail = ConfidenceInterval.Tail(level);
        var lower = count == 0 ? 0 : ChiSquared.InvCDF(2 * count, tail) / 2;
        return new ConfidenceInterval(lower, ChiSquared.InvCDF((2 * count) + 2, 1 - tail) / 2);
    }
}
