using Analytics.Statistics.Intervals;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Scores;

/// <summary>Score of a branch, drawn to the mean of all branches as far as it is uncertain. It is shown beside the raw score, never instead.</summary>
/// <param name="Raw">Score of the branch's own answers.</param>
/// <param name="Shrunk">B × mean + (1 − B) × raw.</param>
/// <param name="Weight">1 − B = τ²/(τ² + SE²): how much the branch's own answers count, 0–1.</param>
/// <param name="Interval">Normal interval of the shrunk score with its posterior deviation √(τ²SE²/(τ² + SE²) + B² Var(mean)).</param>
public sealed record ShrunkScore(double Raw, double Shrunk, double Weight, ConfidenceInterval Interval)
{
    // Halving reaches the last bit of any double well within this.
    private const int Rounds = 200;

    /// <summary>
    /// Empirical Bayes (Efron and Morris 1975, Journal of the American Statistical Association 70, 311–319) with the variance between
    /// branches of Paule and Mandel (1982).
    /// </summary>
    /// <param name="raw">Scores of the branches.</param>
    /// <param name="standardErrors">Their standard errors, above 0. A branch without one of its own should be given a pooled one.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <returns>One result a branch; with fewer than three branches nothing is shrunk.</returns>
    /// <exception cref="ArgumentException">Numbers differ, or a standard error is not above 0.</exception>
    public static IReadOnlyList<ShrunkScore> Of(IReadOnlyList<double> raw, IReadOnlyList<double> standardErrors, double level)
    {
        var z = -Normal.InvCDF(0, 1, ConfidenceInterval.Tail(level));
        if (raw.Count != standardErrors.Count || standardErrors.Any(e => !(e > 0) || double.IsInfinity(e)))
        {
            throw new ArgumentException("Every branch has a standard error above 0.", nameof(standardErrors));
        }

        var variances = standardErrors.Select(e => e * e).ToArray();
        // Two branches say nothing of how branches vary.
        var between = raw.Count < 3 ? double.PositiveInfinity : Between(raw, variances);
        var precision = variances.Sum(v => 1 / (between + v));
        var mean = double.IsInfinity(between) ? raw.DefaultIfEmpty().Average() : raw.Zip(variances, (r, v) => r / (between + v)).Sum() / precision;
        return [.. raw.Zip(variances, (r, v) => Shrink(r, v, mean, between, precision, z))];
    }

    private static ShrunkScore Shrink(double raw, double variance, double mean, double between, double precision, double z)
    {
        var weight = double.IsInfinity(between) ? 1 : between / (between + variance);
        var shrunk = (weight * raw) + ((1 - weight) * mean);
        var posterior = (weight * variance) + (weight < 1 ? (1 - weight) * (1 - weight) / precision : 0);
        var half = z * Math.Sqrt(posterior);
        return new ShrunkScore(raw, shrunk, weight, new ConfidenceInterval(shrunk - half, shrunk + half));
    }

    /// <summary>τ² at which the weighted squares around the mean are what they should be, k − 1; 0 where they are below without any.</summary>
    private static double Between(IReadOnlyList<double> raw, double[] variances)
    {
        double Excess(double t)
        {
            var total = variances.Sum(v => 1 / (t + v));
            var mean = raw.Zip(variances, (r, v) => r / (t + v)).Sum() / total;
            return raw.Zip(variances, (r, v) => (r - mean) * (r - mean) / (t + v)).Sum() - (raw.Count - 1);
        }

        if (Excess(0) <= 0)
        {
            return 0;
        }

        var (low, high) = (0.0, 1.0);
        while (Excess(high) > 0)
        {
            high *= 2;
        }

        for (var round = 0; round < Rounds; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = Excess(middle) > 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
