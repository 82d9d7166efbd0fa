using Analytics.Core.Canonical;
using Analytics.Statistics.Intervals;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Scores;

/// <summary>
/// An index of several items on 0–100 with item weights that are given, such as those of a model estimated elsewhere: the American index's
/// formula (Fornell et al. 1996, Journal of Marketing 60, 7–18) over any scales.
/// </summary>
/// <param name="N">Respondents of weight above 0 who answered at least one item.</param>
/// <param name="EffectiveN">(Σw)²/Σw².</param>
/// <param name="Index">Σ vᵢ(m̄ᵢ − minᵢ) ÷ Σ vᵢ(maxᵢ − minᵢ) × 100, with the weighted mean m̄ of the answers given.</param>
/// <param name="StandardError">By linearisation, item weights taken for given; null with fewer than two respondents.</param>
/// <param name="Interval">Student interval with the effective number of respondents, cut at 0 and 100; null with fewer than two.</param>
public sealed record IndexEstimate(int N, double EffectiveN, double Index, double? StandardError, ConfidenceInterval? Interval)
{
    /// <summary>Computes an index.</summary>
    /// <param name="columns">Answers by item, on its scale; NaN is missing.</param>
    /// <param name="itemWeights">Weight of each item for answers on their own scale, 0 or more, some above 0.</param>
    /// <param name="scales">Theoretical scale of each item.</param>
    /// <param name="weights">Survey weights, 0 or more; null for equal ones.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <returns>Null where an item has no answer of weight above 0.</returns>
    /// <exception cref="ArgumentException">Numbers differ, or item weights are negative or all 0.</exception>
    public static IndexEstimate? Of(
        IReadOnlyList<double[]> columns, IReadOnlyList<double> itemWeights, IReadOnlyList<ItemScale> scales, IReadOnlyList<double>? weights, double level)
    {
        var tail = ConfidenceInterval.Tail(level);
        if (columns.Count == 0
            || columns.Count != itemWeights.Count
            || columns.Count != scales.Count
            || itemWeights.Any(v => !(v >= 0))
            || itemWeights.All(v => v == 0))
        {
            throw new ArgumentException(
                $"{columns.Count} items with {scales.Count} scales and weights {string.Join(", ", itemWeights)}: each has a scale and a weight of 0 or more.",
                nameof(itemWeights));
        }

        var respondents = columns[0].Length;
        double[] used = [.. Enumerable.Range(0, respondents).Select(r => columns.Any(c => !double.IsNaN(c[r])) ? weights?[r] ?? 1 : 0)];
        var (total, width) = (used.Sum(), itemWeights.Zip(scales, (v, s) => v * (s.Maximum - s.Minimum)).Sum());
        var (index, residuals) = (0.0, new double[respondents]);
        for (var i = 0; i < columns.Count; i++)
        {
            var sample = WeightedSample.Of(columns[i], weights);
            if (sample.N == 0)
            {
                return null;
            }

            var unit = 100 * itemWeights[i] / width;
            index += unit * (sample.Mean - scales[i].Minimum);
            AddResiduals(residuals, columns[i], used, sample.Mean, unit, total);
        }

        var (n, effective) = (used.Count(w => w > 0), total * total / used.Sum(w => w * w));
        if (n < 2 || !(effective > 1))
        {
            return new IndexEstimate(n, effective, index, null, null);
        }

        var variance = residuals.Zip(used, (u, w) => w * u * u).Sum() / total * n / (n - 1);
        var error = Math.Sqrt(variance / effective);
        var half = -StudentT.InvCDF(0, 1, effective - 1, tail) * error;
        return new IndexEstimate(n, effective, index, error, new ConfidenceInterval(Math.Max(0, index - half), Math.Min(100, index + half)));
    }

    /// <summary>What a respondent adds to the deviation of the index: a mean over the answers given moves by 1 ÷ the share that answered.</summary>
    private static void AddResiduals(double[] residuals, double[] column, double[] used, double mean, double unit, double total)
    {
        var answered = 0.0;
        for (var r = 0; r < column.Length; r++)
        {
            answered += double.IsNaN(column[r]) ? 0 : used[r];
        }

        var factor = unit * total / answered;
        for (var r = 0; r < column.Length; r++)
        {
            residuals[r] += double.IsNaN(column[r]) ? 0 : factor * (column[r] - mean);
        }
    }
}
