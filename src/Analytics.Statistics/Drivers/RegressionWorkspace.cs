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
        var before = 0.0;
        for (var size = 1; size <= drivers; size++)
        {
            var after = Explained(order.AsSpan(0, size));
            if (double.IsNaN(after))
            {
                return false;
            }

            parts[order[size - 1]] += after - before;
            before = after;
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
