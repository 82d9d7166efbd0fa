using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.Drivers;

/// <summary>All measures of importance from one correlation matrix.</summary>
internal sealed record DriverEstimate(double[] Beta, double[] Lmg, double[] Johnson)
{
    /// <returns>Null where drivers are collinear.</returns>
    public static DriverEstimate? Of(double[] correlations, int drivers, DriverSettings settings)
    {
        var beta = new double[drivers];
        if (!SmallCholesky.Regress(correlations, drivers + 1, Enumerable.Range(0, drivers).ToArray(), drivers, new double[drivers * drivers], beta))
        {
            return null;
        }

        var lmg = ShapleyImportance.Of(correlations, drivers, settings.Orders, settings.Seed);
        var johnson = Relative(correlations, drivers);
        return lmg is null || johnson is null ? null : new DriverEstimate(beta, lmg, johnson);
    }

    /// <summary>What an interval needs of a resample.</summary>
    /// <returns>Null where drivers are collinear.</returns>
    public static DriverEstimate? OfResample(double[] correlations, int drivers, DriverSettings settings)
    {
        var lmg = settings.ResampleOrders > 0 && drivers > DriverSettings.ResampleExactUpTo
            ? ShapleyImportance.Sampled(correlations, drivers, settings.ResampleOrders, settings.Seed)
            : ShapleyImportance.Of(correlations, drivers, settings.Orders, settings.Seed);
        var johnson = settings.JohnsonIntervals ? Relative(correlations, drivers) : [];
        return lmg is null || johnson is null ? null : new DriverEstimate([], lmg, johnson);
    }

    private static double[]? Relative(double[] correlations, int drivers)
    {
        var square = new double[drivers + 1, drivers + 1];
        Buffer.BlockCopy(correlations, 0, square, 0, sizeof(double) * correlations.Length);
        return RelativeWeights.Of(square);
    }
}
