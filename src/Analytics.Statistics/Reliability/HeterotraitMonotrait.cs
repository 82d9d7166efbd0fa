namespace Analytics.Statistics.Reliability;

/// <summary>
/// Heterotrait-monotrait ratio of correlations (Henseler, Ringle and Sarstedt 2015, Journal of the Academy of Marketing Science 43, 115–135), with
/// absolute correlations as in its 2023 form: mean between two blocks over the geometric mean of the means within.
/// </summary>
public static class HeterotraitMonotrait
{
    /// <summary>The ratio of two blocks; a single item counts as perfectly correlated with itself.</summary>
    /// <param name="correlations">Correlations of all items.</param>
    /// <param name="one">Items of one construct.</param>
    /// <param name="two">Items of the other.</param>
    /// <returns>0 or more; above 1 where constructs correlate more with each other than within. Null where items within a block do not correlate.</returns>
    public static double? Of(double[,] correlations, IReadOnlyList<int> one, IReadOnlyList<int> two)
    {
        var within = Within(correlations, one) * Within(correlations, two);
        return within > 0 ? one.Average(i => two.Average(j => Math.Abs(correlations[i, j]))) / Math.Sqrt(within) : null;
    }

    private static double Within(double[,] correlations, IReadOnlyList<int> block)
    {
        if (block.Count == 1)
        {
            return 1;
        }

        var sum = 0.0;
        for (var i = 0; i < block.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                sum += Math.Abs(correlations[block[i], block[j]]);
            }
        }

        return sum / (block.Count * (block.Count - 1) / 2.0);
    }
}
