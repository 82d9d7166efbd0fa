namespace Analytics.Statistics.Reliability;

/// <summary>Internal consistency (Cronbach 1951, Psychometrika 16, 297–334): k/(k − 1) × (1 − Σ variances / variance of the sum).</summary>
public static class CronbachAlpha
{
    /// <summary>α of a block of items.</summary>
    /// <param name="matrix">Their covariances (raw α) or correlations (standardised α).</param>
    /// <returns>At most 1, below 0 where items contradict each other; null for a single item.</returns>
    public static double? Of(double[,] matrix)
    {
        var k = matrix.GetLength(0);
        return k < 2 ? null : Alpha(matrix, -1);
    }

    /// <summary>α of the block without one of its items.</summary>
    /// <param name="matrix">Covariances or correlations of the block.</param>
    /// <param name="item">Item left out.</param>
    /// <returns>Null where a single item is left.</returns>
    public static double? Without(double[,] matrix, int item) => matrix.GetLength(0) < 3 ? null : Alpha(matrix, item);

    private static double? Alpha(double[,] matrix, int without)
    {
        var (trace, sum, k) = (0.0, 0.0, 0);
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            if (i == without)
            {
                continue;
            }

            k++;
            trace += matrix[i, i];
            for (var j = 0; j < matrix.GetLength(0); j++)
            {
                sum += j == without ? 0 : matrix[i, j];
            }
        }

        return sum > 0 ? k / (k - 1.0) * (1 - (trace / sum)) : null;
    }
}
