using Analytics.Statistics.PathModels;

namespace Analytics.Statistics.Drivers;

/// <summary>R² of subsets of drivers from correlations, without allocation.</summary>
internal sealed class RegressionWorkspace(double[] correlations, int drivers)
{
    private readonly int[] _chosen = new int[drivers];
    private readonly double[] _scratch = new double[drivers * drivers];
    private readonly double[] _solution = new double[drivers];

    /// <summary>R² on the drivers whose bits are set; NaN where they are collinear.</summary>
    public double Explained(int set)
    {
        var size = 0;
        for (var j = 0; j < drivers; j++)
        {
            if ((set & (1 << j)) != 0)
            {
                _chosen[size++] = j;
            }
        }

        return Explained(_chosen.AsSpan(0, size));
    }

    /// <summary>Adds to each driver what R² grows by when it joins those before it in an order.</summary>
    /// <returns>False where drivers are collinear.</returns>
    public bool AddIncreases(int[] order, double[] parts)
    {
        // Bordering: with R = LL′ in this order, the k-th entry of L⁻¹r is what the k-th driver adds, squared.
        var (stride, factor, solved) = (drivers + 1, _scratch, _solution);
        for (var k = 0; k < drivers; k++)
        {
            var (row, own, right) = (order[k] * stride, 1.0, correlations[(order[k] * stride) + drivers]);
            for (var i = 0; i < k; i++)
            {
                var value = correlations[row + order[i]];
                for (var m = 0; m < i; m++)
                {
                    value -= factor[(k * drivers) + m] * factor[(i * drivers) + m];
                }

                value /= factor[(i * drivers) + i];
                factor[(k * drivers) + i] = value;
                own -= value * value;
                right -= value * solved[i];
            }

            if (!(own > SmallCholesky.Singular))
            {
                return false;
            }

            factor[(k * drivers) + k] = Math.Sqrt(own);
            solved[k] = right / factor[(k * drivers) + k];
            parts[order[k]] += solved[k] * solved[k];
        }

        return true;
    }

    private double Explained(ReadOnlySpan<int> chosen)
    {
        var stride = drivers + 1;
        if (!SmallCholesky.Regress(correlations, stride, chosen, drivers, _scratch, _solution))
        {
            return double.NaN;
        }

        var explained = 0.0;
        for (var i = 0; i < chosen.Length; i++)
        {
            explained += _solution[i] * correlations[(chosen[i] * stride) + drivers];
        }

        return explained;
    }
}
