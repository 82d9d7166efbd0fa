using Analytics.Statistics.Intervals;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Scores;

/// <summary>A total put together from groups by their shares of the population, such as an operator from its brands.</summary>
/// <param name="Score">Σ W_h × score_h.</param>
/// <param name="StandardError">√Σ W_h² SE_h² (Cochran 1977, equation 5.6); null where a group has none.</param>
/// <param name="EffectiveN">Respondents of equal precision: (Σ W_h² SE_h²)² / Σ(W_h² SE_h²)²/(n_h − 1), plus 1 (Satterthwaite); null as before.</param>
/// <param name="Interval">Student interval; null as before.</param>
public sealed record StratifiedScore(double Score, double? StandardError, double? EffectiveN, ConfidenceInterval? Interval)
{
    /// <summary>Puts groups together.</summary>
    /// <param name="groups">Score of each group.</param>
    /// <param name="population">Subscribers, or shares, of each group, 0 or more.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <exception cref="ArgumentException">Numbers differ, or there is no population.</exception>
    public static StratifiedScore Of(IReadOnlyList<ScoreEstimate> groups, IReadOnlyList<double> population, double level)
    {
        var tail = ConfidenceInterval.Tail(level);
        var total = population.Sum();
        if (groups.Count != population.Count || population.Any(p => !(p >= 0)) || !(total > 0))
        {
            throw new ArgumentException($"{groups.Count} groups with {population.Count} population counts of {total}.", nameof(population));
        }

        var score = groups.Zip(population, (g, p) => g.Score * p / total).Sum();
        var terms = groups.Zip(population, (g, p) => (Share: p / total, g.StandardError, g.EffectiveN)).Where(t => t.Share > 0).ToList();
        if (terms.Any(t => t.StandardError is null))
        {
            return new StratifiedScore(score, null, null, null);
        }

        var parts = terms.Select(t => (Variance: t.Share * t.Share * t.StandardError!.Value * t.StandardError.Value, Freedom: Math.Max(1, t.EffectiveN - 1)))
            .ToList();
        var variance = parts.Sum(p => p.Variance);
        var freedom = variance > 0 ? variance * variance / parts.Sum(p => p.Variance * p.Variance / p.Freedom) : parts.Sum(p => p.Freedom);
        var half = -StudentT.InvCDF(0, 1, freedom, tail) * Math.Sqrt(variance);
        return new StratifiedScore(score, Math.Sqrt(variance), freedom + 1, new ConfidenceInterval(Math.Max(0, score - half), Math.Min(100, score + half)));
    }
}
