using System.Runtime.CompilerServices;
using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.Drivers;

/// <summary>R² of subsets of drivers from correlations, without allocation.</summary>
internal sealed class RegressionWorkspace(double[] correlations, int drivers)
{
    private readonly int[] _chosen = new int[drivers];
    private readonly double[] _scratch = new double[drivers * drivers];
    private readonly double[] _solution = new double[drivers];
    private readonly double[] _inverse = new double[drivers];

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool AddIncreases(int[] order, double[] parts)
    {
        // Bordering: with R = LL′ in this order, the k-th entry of L⁻¹r is what the k-th driver adds, squared.
        var (stride, solved) = (drivers + 1, _solution);
        for (var k = 0; k < drivers; k++)
        {
            var row = correlations.AsSpan(order[k] * stride, stride);
            var line = _scratch.AsSpan(k * drivers, drivers);
            var (own, right) = (1.0, row[drivers]);
            for (var i = 0; i < k; i++)
            {
                var value = (row[order[i]] - Dot(line[..i], _scratch.AsSpan(i * drivers, i))) * _inverse[i];
                line[i] = value;
                own -= value * value;
                right -= value * solved[i];
            }

            if (!(own > SmallCholesky.Singular))
            {
                return false;
            }

            _inverse[k] = 1 / Math.Sqrt(own);
            solved[k] = right * _inverse[k];
            parts[order[k]] += solved[k] * solved[k];
        }

        return true;
    }

    /// <summary>Two sums side by side, so that an addition need not wait for the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (even, odd, m) = (0.0, 0.0, 0);
        for (; m < left.Length - 1; m += 2)
        {
            even += left[m] * right[m];
            odd += left[m + 1] * right[m + 1];
        }

        return m < left.Length ? even + odd + (left[m] * right[m]) : even + odd;
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
