using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Intervals;

/// <summary>Interval of a mean: mean ± t(n−1)·s/√n. Student (1908), Biometrika 6, 1–25.</summary>
public static class StudentInterval
{
    /// <summary>Interval of a mean from its sample moments.</summary>
    /// <param name="mean">Sample mean.</param>
    /// <param name="standardDeviation">Sample standard deviation (divisor n − 1), 0 or more.</param>
    /// <param name="n">Sample size, more than 1; an effective sample size is allowed.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">n is 1 or less, the standard deviation is negative, or the level is not between 0 and 1.</exception>
    public static ConfidenceInterval Of(double mean, double standardDeviation, double n, double level)
    {
        if (!(n > 1))
        {
            throw new ArgumentOutOfRangeException(nameof(n), n, "A t interval needs more than one value.");
        }

        if (!(standardDeviation >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "A standard deviation is not negative.");
        }

        var half = -StudentT.InvCDF(0, 1, n - 1, ConfidenceInterval.Tail(level)) * standardDeviation / Math.Sqrt(n);
        return new ConfidenceInterval(mean - half, mean + half);
    }
}
