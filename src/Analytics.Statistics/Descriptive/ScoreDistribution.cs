namespace Analytics.Statistics.Descriptive;

/// <summary>Basics of a survey item from how often each score was given.</summary>
/// <param name="N">Number of answers.</param>
/// <param name="Mean">Mean score; NaN without answers.</param>
/// <param name="StandardDeviation">Sample standard deviation (divisor n − 1); NaN with fewer than two answers.</param>
/// <param name="TopTwo">Number of answers on the two best points of the scale (maximum and maximum − 1).</param>
/// <param name="TopTwoShare"><paramref name="TopTwo"/> ÷ <paramref name="N"/>, 0–1; NaN without answers.</param>
/// <param name="Score100">(mean − minimum)/(maximum − minimum) × 100: 0–100; NaN without answers.</param>
/// <param name="StandardDeviation100">Standard deviation on the 0–100 scale.</param>
public sealed record ScoreDistribution(
    long N, double Mean, double StandardDeviation, long TopTwo, double TopTwoShare, double Score100, double StandardDeviation100)
{
    /// <summary>Summarises scores and their counts.</summary>
    /// <param name="scores">Scores within the scale, in any order; a score may repeat.</param>
    /// <param name="counts">Answers per score, 0 or more; same length.</param>
    /// <param name="scaleMinimum">Lowest point of the scale.</param>
    /// <param name="scaleMaximum">Highest point, above the lowest; points are one apart.</param>
    /// <exception cref="ArgumentException">Lengths differ, the scale is empty, a score lies outside it, or a count is negative.</exception>
    public static ScoreDistribution Of(ReadOnlySpan<double> scores, ReadOnlySpan<long> counts, double scaleMinimum, double scaleMaximum)
    {
        if (scores.Length != counts.Length || !(scaleMaximum > scaleMinimum))
        {
            throw new ArgumentException($"{scores.Length} scores with {counts.Length} counts on a scale of {scaleMinimum} to {scaleMaximum}.");
        }

        long n = 0;
        long topTwo = 0;
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!(scores[i] >= scaleMinimum && scores[i] <= scaleMaximum) || counts[i] < 0)
            {
                throw new ArgumentException($"Score {scores[i]} with count {counts[i]} does not fit the scale of {scaleMinimum} to {scaleMaximum}.");
            }

            n += counts[i];
            sum += scores[i] * counts[i];
            topTwo += scores[i] >= scaleMaximum - 1 ? counts[i] : 0;
        }

        var mean = n > 0 ? sum / n : double.NaN;
        var deviation = Deviation(scores, counts, mean, n);
        var unit = 100 / (scaleMaximum - scaleMinimum);
        return new ScoreDistribution(n, mean, deviation, topTwo, (double)topTwo / n, (mean - scaleMinimum) * unit, deviation * unit);
    }

    private static double Deviation(ReadOnlySpan<double> scores, ReadOnlySpan<long> counts, double mean, long n)
    {
        var squares = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            squares += counts[i] > 0 ? counts[i] * (scores[i] - mean) * (scores[i] - mean) : 0;
        }

        return n > 1 ? Math.Sqrt(squares / (n - 1)) : double.NaN;
    }
}
