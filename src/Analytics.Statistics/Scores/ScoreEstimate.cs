using Analytics.Core.Canonical;
using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Scores;

/// <summary>A weighted mean score on 0–100.</summary>
/// <param name="N">Answers.</param>
/// <param name="EffectiveN">(Σw)²/Σw².</param>
/// <param name="Mean">Weighted mean on the item's scale.</param>
/// <param name="Score">(mean − minimum)/(maximum − minimum) × 100.</param>
/// <param name="StandardDeviation">Weighted standard deviation of the answers on 0–100; null with fewer than two answers.</param>
/// <param name="Interval">Student interval of the score with the effective number of answers, cut at 0 and 100; null with fewer than two.</param>
public sealed record ScoreEstimate(int N, double EffectiveN, double Mean, double Score, double? StandardDeviation, ConfidenceInterval? Interval)
{
    /// <summary>Standard error of the score; null with fewer than two answers.</summary>
    public double? StandardError => StandardDeviation / Math.Sqrt(EffectiveN);

    /// <summary>Scores answers.</summary>
    /// <param name="answers">Answers on the item's scale; NaN is missing.</param>
    /// <param name="weights">Survey weights, 0 or more; null for equal ones.</param>
    /// <param name="scale">Theoretical scale.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <returns>Null without any answer of weight above 0.</returns>
    /// <exception cref="ArgumentException">An answer lies outside the scale, or the scale is empty.</exception>
    public static ScoreEstimate? Of(IReadOnlyList<double> answers, IReadOnlyList<double>? weights, ItemScale scale, double level)
    {
        var tail = ConfidenceInterval.Tail(level);
        if (!(scale.Maximum > scale.Minimum) || answers.Any(a => a < scale.Minimum || a > scale.Maximum))
        {
            throw new ArgumentException($"Answers lie on their scale of {scale.Minimum} to {scale.Maximum}.", nameof(answers));
        }

        var sample = WeightedSample.Of(answers, weights);
        if (sample.N == 0)
        {
            return null;
        }

        var unit = 100 / (scale.Maximum - scale.Minimum);
        var score = (sample.Mean - scale.Minimum) * unit;
        if (sample.N < 2 || !(sample.EffectiveN > 1))
        {
            return new ScoreEstimate(sample.N, sample.EffectiveN, sample.Mean, score, null, null);
        }

        var deviation = sample.Deviation * unit;
        var half = -MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, sample.EffectiveN - 1, tail) * deviation / Math.Sqrt(sample.EffectiveN);
        return new ScoreEstimate(
            sample.N, sample.EffectiveN, sample.Mean, score, deviation,
            new ConfidenceInterval(Math.Max(0, score - half), Math.Min(100, score + half)));
    }
}
