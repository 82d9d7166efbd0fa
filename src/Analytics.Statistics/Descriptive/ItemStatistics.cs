namespace Analytics.Statistics.Descriptive;

/// <summary>Basics of an item's answers.</summary>
/// <param name="N">Answers given.</param>
/// <param name="Missing">Answers missing.</param>
/// <param name="Mean">Mean; null without answers.</param>
/// <param name="Median">Median (type 7); null without answers.</param>
/// <param name="Minimum">Lowest answer; null without answers.</param>
/// <param name="Maximum">Highest answer; null without answers.</param>
/// <param name="StandardDeviation">Divisor n − 1; null with fewer than two answers.</param>
/// <param name="Kurtosis">n Σd⁴/(Σd²)², 3 for a normal distribution; null where answers do not vary.</param>
/// <param name="Skewness">(Σd³/n)/(Σd²/n)^1.5; null where answers do not vary.</param>
public sealed record ItemStatistics(
    int N, int Missing, double? Mean, double? Median, double? Minimum, double? Maximum, double? StandardDeviation, double? Kurtosis, double? Skewness)
{
    /// <summary>Summarises answers.</summary>
    /// <param name="answers">Answers; NaN is missing.</param>
    public static ItemStatistics Of(ReadOnlySpan<double> answers)
    {
        var given = new List<double>(answers.Length);
        foreach (var answer in answers)
        {
            if (!double.IsNaN(answer))
            {
                given.Add(answer);
            }
        }

        given.Sort();
        var n = given.Count;
        if (n == 0)
        {
            return new ItemStatistics(0, answers.Length, null, null, null, null, null, null, null);
        }

        var mean = given.Average();
        var (second, third, fourth) = (0.0, 0.0, 0.0);
        foreach (var answer in given)
        {
            var d = answer - mean;
            second += d * d;
            third += d * d * d;
            fourth += d * d * d * d;
        }

        double[] sorted = [.. given];
        return new ItemStatistics(
            n,
            answers.Length - n,
            mean,
            QuantileType7.Of(sorted, 0.5),
            sorted[0],
            sorted[^1],
            n > 1 ? Math.Sqrt(second / (n - 1)) : null,
            second > 0 ? n * fourth / (second * second) : null,
            second > 0 ? third / n / Math.Pow(second / n, 1.5) : null);
    }
}
