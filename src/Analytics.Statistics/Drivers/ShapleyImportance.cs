using Analytics.Statistics.Sampling;

namespace Analytics.Statistics.Drivers;

/// <summary>
/// R² shared out among drivers by their mean increase over all orders: LMG (Lindeman, Merenda and Gold 1980), the Shapley value of the game R²
/// (Grömping 2006, Journal of Statistical Software 17).
/// </summary>
public static class ShapleyImportance
{
    /// <summary>Drivers up to which all subsets are fitted; above, orders are sampled.</summary>
    public const int ExactUpTo = 15;

    /// <summary>Shares R² out.</summary>
    /// <param name="correlations">Correlations of the drivers, then the target in the last row and column.</param>
    /// <param name="orders">Orders sampled where there are more than <see cref="ExactUpTo"/> drivers.</param>
    /// <param name="seed">Seed of the sampling.</param>
    /// <returns>One part per driver; they add up to R². Null where drivers are collinear.</returns>
    public static double[]? Of(double[,] correlations, int orders = 2000, int seed = 20260101)
    {
        var p = correlations.GetLength(0);
        var flat = new double[p * p];
        Buffer.BlockCopy(correlations, 0, flat, 0, sizeof(double) * p * p);
        return Of(flat, p - 1, orders, seed);
    }

    internal static double[]? Of(double[] correlations, int drivers, int orders, int seed) =>
        drivers <= ExactUpTo ? Exact(correlations, drivers) : Sampled(correlations, drivers, orders, seed);

    private static double[]? Exact(double[] correlations, int drivers)
    {
        var explained = new double[1 << drivers];
        var workspace = new RegressionWorkspace(correlations, drivers);
        for (var set = 1; set < explained.Length; set++)
        {
            explained[set] = workspace.Explained(set);
            if (double.IsNaN(explained[set]))
            {
                return null;
            }
        }

        var chance = Enumerable.Range(0, drivers).Select(size => 1 / (drivers * Binomial(drivers - 1, size))).ToArray();
        var parts = new double[drivers];
        for (var set = 0; set < explained.Length; set++)
        {
            var size = System.Numerics.BitOperations.PopCount((uint)set);
            for (var j = 0; j < drivers; j++)
            {
                parts[j] += (set & (1 << j)) == 0 ? chance[size] * (explained[set | (1 << j)] - explained[set]) : 0;
            }
        }

        return parts;
    }

    internal static double[]? Sampled(double[] correlations, int drivers, int orders, int seed)
    {
        var parts = new double[drivers];
        var workspace = new RegressionWorkspace(correlations, drivers);
        var order = Enumerable.Range(0, drivers).ToArray();
        for (var sample = 0; sample < orders; sample++)
        {
            var random = new RandomStream(seed, sample / 2);
            Array.Sort(order);
            for (var i = drivers - 1; i > 0; i--)
            {
                var j = (int)(random.NextUniform() * (i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            if (sample % 2 == 1)
            {
                Array.Reverse(order); // antithetic: early drivers come late, which halves the noise
            }

            if (!workspace.AddIncreases(order, parts))
            {
                return null;
            }
        }

        return Array.ConvertAll(parts, part => part / orders);
    }

    private static double Binomial(int n, int k)
    {
        var value = 1.0;
        for (var i = 1; i <= k; i++)
        {
            value = value * (n - k + i) / i;
        }

        return value;
    }
}
