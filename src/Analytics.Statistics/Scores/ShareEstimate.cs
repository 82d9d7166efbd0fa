using Analytics.Core.Canonical;
using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Scores;

/// <summary>A weighted share of answers.</summary>
/// <param name="N">Answers.</param>
/// <param name="EffectiveN">(Σw)²/Σw².</param>
/// <param name="Share">Weighted share, 0–1.</param>
/// <param name="Interval">Wilson interval with the effective number of answers.</param>
public sealed record ShareEstimate(int N, double EffectiveN, double Share, ConfidenceInterval Interval)
{
    /// <summary>Top-2-box: share of the two best points of the scale.</summary>
    /// <param name="answers">Answers; NaN is missing.</param>
    /// <param name="weights">Survey weights; null for equal ones.</param>
    /// <param name="scale">Scale whose points are one apart.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Null without answers.</returns>
    public static ShareEstimate? TopTwo(IReadOnlyList<double> answers, IReadOnlyList<double>? weights, ItemScale scale, double level) =>
        AtLeast(answers, weights, scale.Maximum - 1, level);

    /// <summary>Bottom-2-box: share of the two worst points of the scale.</summary>
    /// <param name="answers">Answers; NaN is missing.</param>
    /// <param name="weights">Survey weights; null for equal ones.</param>
    /// <param name="scale">Scale whose points are one apart.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Null without answers.</returns>
    public static ShareEstimate? BottomTwo(IReadOnlyList<double> answers, IReadOnlyList<double>? weights, ItemScale scale, double level) =>
        Of(answers, weights, a => a <= scale.Minimum + 1, level);

    /// <summary>Share of answers of at least a threshold: CSAT with the lowest answer that counts as satisfied, CES with 5 on a scale of 1–7.</summary>
    /// <param name="answers">Answers; NaN is missing.</param>
    /// <param name="weights">Survey weights; null for equal ones.</param>
    /// <param name="threshold">Lowest answer that counts.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>Null without answers.</returns>
    public static ShareEstimate? AtLeast(IReadOnlyList<double> answers, IReadOnlyList<double>? weights, double threshold, double level) =>
        Of(answers, weights, a => a >= threshold, level);

    private static ShareEstimate? Of(IReadOnlyList<double> answers, IReadOnlyList<double>? weights, Func<double, bool> counts, double level)
    {
        var sample = WeightedSample.Of([.. answers.Select(a => double.IsNaN(a) ? a : counts(a) ? 1.0 : 0)], weights);
        var share = Math.Clamp(sample.Mean, 0, 1);
        return sample.N == 0
            ? null
            : new ShareEstimate(sample.N, sample.EffectiveN, share, WilsonInterval.Of(share * sample.EffectiveN, sample.EffectiveN, level));
    }
}
