using Analytics.Statistics.Descriptive;
using Analytics.Statistics.Intervals;
using Analytics.Statistics.Sampling;

namespace Analytics.Statistics.Drivers;

/// <summary>Key drivers of a target: LMG, Johnson's weights and, where given, path effects side by side.</summary>
/// <param name="Respondents">Respondents who answered everything.</param>
/// <param name="RSquared">R² of the target on all drivers, 0–1.</param>
/// <param name="Drivers">In the order they were given.</param>
public sealed record KeyDrivers(int Respondents, double RSquared, IReadOnlyList<DriverImportance> Drivers)
{
    /// <summary>Compares drivers.</summary>
    /// <param name="names">Names of the drivers.</param>
    /// <param name="columns">Their answers; NaN is missing, and such respondents are left out.</param>
    /// <param name="target">Answers to explain.</param>
    /// <param name="weights">Survey weights, 0 or more; null for equal ones.</param>
    /// <param name="settings">How.</param>
    /// <param name="pathEffects">Total effects of the same drivers in a path model, in the same order; null for none.</param>
    /// <exception cref="NotEstimableException">AN7031: too few respondents, a variable that does not vary, or collinear drivers.</exception>
    public static KeyDrivers Of(
        IReadOnlyList<string> names, IReadOnlyList<double[]> columns, double[] target, IReadOnlyList<double>? weights, DriverSettings settings,
        IReadOnlyList<double>? pathEffects = null)
    {
        var tail = ConfidenceInterval.Tail(settings.Level);
        List<double[]> all = [.. columns, target];
        double[] rowWeights = weights is null ? [.. target.Select(_ => 1.0)] : [.. weights];
        int[] rows = [.. Enumerable.Range(0, target.Length).Where(r => rowWeights[r] > 0 && !all.Any(c => double.IsNaN(c[r])))];
        if (names.Count == 0 || rows.Length < names.Count + 3)
        {
            throw new NotEstimableException(
                "AN7031",
                $"{rows.Length} respondents answered the target and all of {names.Count} drivers.",
                "Take more respondents or fewer drivers.",
                NotEstimableReason.TooFewRespondents);
        }

        var moments = new DriverMoments(all, rowWeights, rows);
        var correlations = moments.Correlations(moments.Weights) ?? throw Degenerate("A driver or the target does not vary");
        var estimate = DriverEstimate.Of(correlations, names.Count, settings) ?? throw Degenerate("Drivers are collinear");
        var draws = Resample(moments, names.Count, settings);
        // resamples share their orders: what these few orders get wrong is the same in the data and drops out
        var reference = draws.Count == 0 ? estimate.Lmg : DriverEstimate.OfResample(correlations, names.Count, settings)!.Lmg;
        var disagreements = Disagreements(estimate, pathEffects, settings.DisagreementRanks);
        return new KeyDrivers(
            rows.Length,
            estimate.Lmg.Sum(),
            [.. names.Select((name, j) => new DriverImportance(
                name,
                correlations[(j * all.Count) + names.Count],
                estimate.Beta[j],
                estimate.Lmg[j],
                Interval([.. draws.Select(d => Math.Max(0, d.Lmg[j] - reference[j] + estimate.Lmg[j]))], tail),
                estimate.Johnson[j],
                settings.JohnsonIntervals ? Interval([.. draws.Select(d => d.Johnson[j])], tail) : null,
                pathEffects?[j],
                disagreements[j]))]);
    }

    private static NotEstimableException Degenerate(string problem)
        => new("AN7031", $"{problem}.", "Drop drivers that say the same or never change.", NotEstimableReason.Degenerate);

    private static List<DriverEstimate> Resample(DriverMoments moments, int drivers, DriverSettings settings)
    {
        var draws = new DriverEstimate?[settings.Resamples];
        Parallel.For(0, settings.Resamples, resample =>
        {
            var random = new RandomStream(settings.Seed, resample);
            var weights = new double[moments.Weights.Length];
            for (var i = 0; i < weights.Length; i++)
            {
                // 32 random bits times the number of respondents, cut to its upper half: even to 1 in 2³² and without a division.
                var drawn = (int)(((random.NextBits() >> 32) * (ulong)weights.Length) >> 32);
                weights[drawn] += moments.Weights[drawn];
            }

            draws[resample] = moments.Correlations(weights) is { } correlations ? DriverEstimate.OfResample(correlations, drivers, settings) : null;
        });
        return [.. draws.OfType<DriverEstimate>()];
    }

    private static ConfidenceInterval? Interval(double[] draws, double tail)
    {
        Array.Sort(draws);
        return draws.Length < 2 ? null : new ConfidenceInterval(QuantileType7.Of(draws, tail), QuantileType7.Of(draws, 1 - tail));
    }

    private static bool[] Disagreements(DriverEstimate estimate, IReadOnlyList<double>? pathEffects, int apart)
    {
        List<int[]> ranks = [Ranks(estimate.Lmg), Ranks(estimate.Johnson)];
        if (pathEffects is not null)
        {
            ranks.Add(Ranks(pathEffects));
        }

        return [.. Enumerable.Range(0, estimate.Lmg.Length).Select(j => ranks.Max(r => r[j]) - ranks.Min(r => r[j]) >= apart)];
    }

    private static int[] Ranks(IReadOnlyList<double> values) => [.. values.Select(v => values.Count(other => other > v))];
}
