namespace Analytics.Statistics.Drivers;

/// <summary>Correlations of drivers and target over the respondents who answered all of them.</summary>
internal static class DriverMoments
{
    /// <summary>Correlations, drivers first and the target last, row-major; null where a variable does not vary.</summary>
    /// <param name="columns">Drivers, then the target; NaN is missing.</param>
    /// <param name="weights">Weight per respondent.</param>
    /// <param name="rows">Respondents with every answer.</param>
    public static double[]? Correlations(IReadOnlyList<double[]> columns, double[] weights, int[] rows)
    {
        var p = columns.Count;
        var total = rows.Sum(r => weights[r]);
        var means = columns.Select(c => rows.Sum(r => weights[r] * c[r]) / total).ToArray();
        var matrix = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            for (var j = i; j < p; j++)
            {
                var (x, y, sum) = (columns[i], columns[j], 0.0);
                foreach (var r in rows)
                {
                    sum += weights[r] * (x[r] - means[i]) * (y[r] - means[j]);
                }

                matrix[(i * p) + j] = matrix[(j * p) + i] = sum / total;
            }
        }

        var deviations = Enumerable.Range(0, p).Select(i => Math.Sqrt(matrix[(i * p) + i])).ToArray();
        if (deviations.Zip(means, (d, m) => d > 1e-9 * Math.Max(1, Math.Abs(m))).Any(varies => !varies))
        {
            return null;
        }

        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                matrix[(i * p) + j] = i == j ? 1 : matrix[(i * p) + j] / (deviations[i] * deviations[j]);
            }
        }

        return matrix;
    }
}
