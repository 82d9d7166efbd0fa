namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Variance inflation factors from covariances: the diagonal of the inverse correlation matrix.</summary>
internal static class InflationFactors
{
    /// <summary>
    /// Factors of the variables from <paramref name="start"/> to before <paramref name="end"/> among each other; null where they are collinear.
    /// </summary>
    public static double?[] Of(double[] covariance, int stride, int start, int end)
    {
        var block = Enumerable.Range(start, end - start).ToArray();
        var inverse = InverseDiagonal(covariance, stride, block);
        return [.. block.Select((variable, i) => inverse is null ? (double?)null : inverse[i] * covariance[(variable * stride) + variable])];
    }

    /// <summary>Diagonal of the inverse of a part of a covariance matrix; null where it has none.</summary>
    public static double[]? InverseDiagonal(double[] covariance, int stride, int[] variables)
    {
        var size = variables.Length;
        var factor = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                factor[(i * size) + j] = covariance[(variables[i] * stride) + variables[j]];
            }
        }

        if (!SmallCholesky.Factor(factor, size))
        {
            return null;
        }

        var diagonal = new double[size];
        var unit = new double[size];
        for (var i = 0; i < size; i++)
        {
            Array.Clear(unit);
            unit[i] = 1;
            SmallCholesky.Solve(factor, size, unit);
            diagonal[i] = unit[i];
        }

        return diagonal;
    }
}
