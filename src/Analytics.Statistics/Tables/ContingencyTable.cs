using MathNet.Numerics;

namespace Analytics.Statistics.Tables;

/// <summary>Association in a two-way table of counts: which cells hold more than independence of rows and columns explains.</summary>
public static class ContingencyTable
{
    /// <summary>
    /// Adjusted (standardised Pearson) residual of every cell, (O−E)/√(E(1−row/n)(1−col/n)): about standard normal under independence.
    /// Haberman (1973), Biometrics 29, 205–220; Agresti, Categorical Data Analysis, 3.3.1.
    /// </summary>
    /// <param name="observed">Counts, not negative.</param>
    /// <returns>Same shape; NaN where it is not defined: in an empty row or column, or one that holds everything.</returns>
    /// <exception cref="ArgumentException">A count is negative or not finite.</exception>
    public static double[,] AdjustedResiduals(double[,] observed)
    {
        var (rows, columns, total) = Margins(observed);
        var residuals = new double[rows.Length, columns.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var expected = rows[r] * columns[c] / total;
                var variance = expected * (1 - (rows[r] / total)) * (1 - (columns[c] / total));
                residuals[r, c] = variance > 0 ? (observed[r, c] - expected) / Math.Sqrt(variance) : double.NaN;
            }
        }

        return residuals;
    }

    /// <summary>Pearson's χ² of independence (Pearson 1900) with Cramér's V (Cramér 1946, 21.9).</summary>
    /// <param name="observed">Counts, not negative; empty rows and columns are left out.</param>
    /// <exception cref="ArgumentException">A count is negative or not finite.</exception>
    public static ChiSquareResult ChiSquare(double[,] observed)
    {
        var (rows, columns, total) = Margins(observed);
        var filledRows = rows.Count(row => row > 0);
        var filledColumns = columns.Count(column => column > 0);
        var degrees = Math.Max(0, filledRows - 1) * Math.Max(0, filledColumns - 1);
        if (degrees == 0)
        {
            return new ChiSquareResult(0, 0, 1, 0);
        }

        var statistic = 0.0;
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var expected = rows[r] * columns[c] / total;
                statistic += expected > 0 ? Squared(observed[r, c] - expected) / expected : 0;
            }
        }

        var largest = total * (Math.Min(filledRows, filledColumns) - 1);
        return new ChiSquareResult(statistic, degrees, UpperTail(statistic, degrees), Math.Min(1, Math.Sqrt(statistic / largest)));
    }

    /// <summary>
    /// Adjusted residual of the events of each group against a base they are drawn from (complaints against subscribers):
    /// (O−E)/√(E(1−share)) with E = events·share and share = exposure/Σexposure. This is the residual of a one-way table with known
    /// probabilities (Agresti, 1.5.2), so the base counts as fixed.
    /// </summary>
    /// <param name="events">Events per group, not negative.</param>
    /// <param name="exposure">Base per group, not negative; same length.</param>
    /// <returns>One residual per group; NaN where the group has no base or is the whole base, or where there is no event at all.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a number is negative or not finite.</exception>
    public static double[] ResidualsAgainstBase(double[] events, double[] exposure)
    {
        var (totalEvents, totalExposure) = Totals(events, exposure);
        var residuals = new double[events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var share = exposure[i] / totalExposure;
            var expected = totalEvents * share;
            var variance = expected * (1 - share);
            residuals[i] = variance > 0 ? (events[i] - expected) / Math.Sqrt(variance) : double.NaN;
        }

        return residuals;
    }

    /// <summary>
    /// Pearson's χ² that events fall on groups in proportion to a base that counts as fixed (Agresti, 1.5.2): χ² = Σ(O−E)²/E with
    /// groups − 1 degrees of freedom. <see cref="ChiSquareResult.CramersV"/> is √(χ²/(n·degrees of freedom)) here.
    /// </summary>
    /// <param name="events">Events per group, not negative.</param>
    /// <param name="exposure">Base per group, not negative; groups without a base are left out, with their events.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is negative or not finite.</exception>
    public static ChiSquareResult GoodnessOfFit(double[] events, double[] exposure)
    {
        var (_, totalExposure) = Totals(events, exposure);
        var groups = Enumerable.Range(0, events.Length).Where(i => exposure[i] > 0).ToArray();
        var total = groups.Sum(i => events[i]);
        var degrees = groups.Length - 1;
        if (degrees < 1 || total <= 0)
        {
            return new ChiSquareResult(0, 0, 1, 0);
        }

        var statistic = groups.Sum(i => Squared(events[i] - (total * exposure[i] / totalExposure)) / (total * exposure[i] / totalExposure));
        return new ChiSquareResult(statistic, degrees, UpperTail(statistic, degrees), Math.Sqrt(statistic / (total * degrees)));
    }

    /// <summary>P(|Z| ≥ |<paramref name="z"/>|) of a standard normal Z; NaN for NaN.</summary>
    public static double TwoSidedP(double z) => double.IsNaN(z) ? double.NaN : SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    private static (double Events, double Exposure) Totals(double[] events, double[] exposure) => events.Length == exposure.Length
        ? (events.Sum(Checked), exposure.Sum(Checked))
        : throw new ArgumentException($"{events.Length} groups have events and {exposure.Length} have a base.", nameof(exposure));

    private static double Squared(double x) => x * x;

    private static double UpperTail(double statistic, int degrees) =>
        statistic <= 0 ? 1 : Math.Clamp(SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2), 0, 1);

    private static (double[] Rows, double[] Columns, double Total) Margins(double[,] observed)
    {
        var rows = new double[observed.GetLength(0)];
        var columns = new double[observed.GetLength(1)];
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var count = Checked(observed[r, c]);
                rows[r] += count;
                columns[c] += count;
            }
        }

        return (rows, columns, rows.Sum());
    }

    private static double Checked(double count) =>
        count >= 0 && !double.IsInfinity(count) ? count : throw new ArgumentException($"A count is finite and not negative, not {count}.");
}
