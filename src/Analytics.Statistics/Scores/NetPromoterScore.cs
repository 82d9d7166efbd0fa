using Analytics.Statistics.Intervals;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Scores;

/// <summary>Net promoter score (Reichheld 2003), in points from −100 to 100.</summary>
/// <param name="N">Answers.</param>
/// <param name="EffectiveN">(Σw)²/Σw².</param>
/// <param name="Promoters">Weighted share of 9 and 10.</param>
/// <param name="Detractors">Weighted share of 0 to 6.</param>
/// <param name="StandardError">100 √((p₊ + p₋ − (p₊ − p₋)²)/n): in points.</param>
/// <param name="Interval">Score ± z standard errors, cut at −100 and 100.</param>
public sealed record NetPromoterScore(int N, double EffectiveN, double Promoters, double Detractors, double StandardError, ConfidenceInterval Interval)
{
    /// <summary>Promoters − detractors, in points.</summary>
    public double Score => 100 * (Promoters - Detractors);

    /// <summary>Scores answers from 0 to 10.</summary>
    /// <param name="answers">Answers; NaN is missing.</param>
    /// <param name="weights">Survey weights; null for equal ones.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <returns>Null without answers.</returns>
    /// <exception cref="ArgumentException">An answer lies outside 0–10.</exception>
    public static NetPromoterScore? Of(IReadOnlyList<double> answers, IReadOnlyList<double>? weights, double level)
    {
        var z = -Normal.InvCDF(0, 1, ConfidenceInterval.Tail(level));
        if (answers.Any(a => a is < 0 or > 10))
        {
            throw new ArgumentException("Answers to the recommendation question lie between 0 and 10.", nameof(answers));
        }

        var promoters = WeightedSample.Of([.. answers.Select(a => double.IsNaN(a) ? a : a >= 9 ? 1.0 : 0)], weights);
        if (promoters.N == 0)
        {
            return null;
        }

        var detractors = WeightedSample.Of([.. answers.Select(a => double.IsNaN(a) ? a : a <= 6 ? 1.0 : 0)], weights);
        var net = promoters.Mean - detractors.Mean;
        var error = 100 * Math.Sqrt(Math.Max(0, promoters.Mean + detractors.Mean - (net * net)) / promoters.EffectiveN);
        return new NetPromoterScore(
            promoters.N,
            promoters.EffectiveN,
            promoters.Mean,
            detractors.Mean,
            error,
            new ConfidenceInterval(Math.Max(-100, (100 * net) - (z * error)), Math.Min(100, (100 * net) + (z * error))));
    }

    /// <summary>Whether the score changed against an earlier, independent wave.</summary>
    /// <param name="earlier">The earlier wave.</param>
    /// <param name="level">Confidence level.</param>
    public ScoreLead Against(NetPromoterScore earlier, double level) =>
        ScoreLead.Of(Score, StandardError, EffectiveN, earlier.Score, earlier.StandardError, earlier.EffectiveN, level);
}
