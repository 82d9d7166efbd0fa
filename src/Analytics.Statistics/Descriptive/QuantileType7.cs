namespace Analytics.Statistics.Descriptive;

/// <summary>
/// Sample quantile of type 7 in Hyndman and Fan (1996), The American Statistician 50, 361–365: linear between order statistics at
/// position (n − 1)p. The default of R and NumPy.
/// </summary>
public static class QuantileType7
{
    /// <summary>Quantile of values in ascending order.</summary>
    /// <param name="sorted">Values, ascending, no NaN.</param>
    /// <param name="probability">0–1.</param>
    /// <returns>The quantile; NaN for no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in 0–1.</exception>
    public static double Of(ReadOnlySpan<double> sorted, double probability)
    {
        RequireProbability(probability);
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        return Between(sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)], position - below);
    }

    /// <summary>Quantile of values that occur more than once: the same as of the vector with each value repeated as often as its count says.</summary>
    /// <param name="sorted">Distinct or repeated values, ascending, no NaN.</param>
    /// <param name="counts">How often each occurs, 0 or more; same length.</param>
    /// <param name="probability">0–1.</param>
    /// <returns>The quantile; NaN where every count is 0.</returns>
    /// <exception cref="ArgumentException">Lengths differ, values are not ascending, or a count is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in 0–1.</exception>
    public static double Of(ReadOnlySpan<double> sorted, ReadOnlySpan<long> counts, double probability)
    {
        RequireProbability(probability);
        var n = Total(sorted, counts);
        if (n == 0)
        {
            return double.NaN;
        }

        var position = (n - 1) * probability;
        var below = (long)position;
        long passed = 0;
        var low = double.NaN;
        for (var i = 0; i < sorted.Length; i++)
        {
            passed += counts[i];
            if (double.IsNaN(low) && passed > below)
            {
                low = sorted[i];
            }

            if (passed > Math.Min(below + 1, n - 1))
            {
                return Between(low, sorted[i], position - below);
            }
        }

        return low;
    }

    // Equal neighbours give themselves: low + w·(high − low) would turn an infinite one into NaN.
    private static double Between(double low, double high, double weight) => weight == 0 || low == high ? low : low + (weight * (high - low));

    private static long Total(ReadOnlySpan<double> sorted, ReadOnlySpan<long> counts)
    {
        if (sorted.Length != counts.Length)
        {
            throw new ArgumentException($"{sorted.Length} values have {counts.Length} counts.", nameof(counts));
        }

        long n = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (counts[i] < 0 || double.IsNaN(sorted[i]) || (i > 0 && sorted[i] < sorted[i - 1]))
            {
                throw new ArgumentException($"Value {sorted[i]} with count {counts[i]} at {i}: values ascend and counts are not negative.", nameof(sorted));
            }

            n += counts[i];
        }

        return n;
    }

    private static void RequireProbability(double probability)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        }
    }
}
