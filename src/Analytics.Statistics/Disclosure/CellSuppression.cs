namespace Analytics.Statistics.Disclosure;

/// <summary>
/// Which cells of a table of counts must not be shown. Primary: counts of 1…k−1 are hidden; zeros may be shown. Complementary: further
/// cells are hidden until the shown cells and totals leave every hidden cell a feasible range of at least k values (its largest minus
/// its smallest possible count is k − 1 or more), so that nobody can narrow it more than the rule itself tells. Where even a table with
/// every cell hidden would leave fewer values, because a shown total is small itself, the range is as wide as hiding can make it: such a
/// total has to be hidden too.
/// </summary>
/// <remarks>
/// A table with totals is a network: rows and columns are nodes, hidden cells the arcs, and the range of a cell is the flow that the
/// other hidden cells can carry around it. Cells to hide lie on the cheapest paths that carry the missing flow. Cox (1980), JASA 75,
/// 377–385; Cox (1995), JASA 90, 1453–1462. The result depends on the counts alone.
/// </remarks>
public static class CellSuppression
{
    /// <summary>Mask of a two-way table whose grand total is shown.</summary>
    /// <param name="counts">Counts, 0 or more.</param>
    /// <param name="minimumCell">k: counts of 1…k−1 are hidden; 1 or less hides nothing.</param>
    /// <param name="hiddenRowTotals">True where a row's total is itself not shown anywhere, and is protected like a cell; null where all are shown.</param>
    /// <param name="hiddenColumnTotals">The same for columns.</param>
    /// <returns>Same shape; true where the cell is hidden.</returns>
    /// <exception cref="ArgumentException">A count is negative, or the totals' masks have another length than the table.</exception>
    public static bool[,] Mask(long[,] counts, int minimumCell, bool[]? hiddenRowTotals = null, bool[]? hiddenColumnTotals = null)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        RequireLength(hiddenRowTotals, rows, nameof(hiddenRowTotals));
        RequireLength(hiddenColumnTotals, columns, nameof(hiddenColumnTotals));
        var network = new SuppressionNetwork(rows, columns);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                network.AddCell(r, c, Checked(counts[r, c]), IsPrimary(counts[r, c], minimumCell));
            }
        }

        foreach (var r in Where(hiddenRowTotals))
        {
            network.HideRowTotal(r);
        }

        foreach (var c in Where(hiddenColumnTotals))
        {
            network.HideColumnTotal(c);
        }

        // A range of k values has a width of k − 1.
        return network.Protect(minimumCell - 1);
    }

    private static IEnumerable<int> Where(bool[]? totals) => totals is null ? [] : Enumerable.Range(0, totals.Length).Where(i => totals[i]);

    private static bool IsPrimary(long count, int minimumCell) => count > 0 && count < minimumCell;

    private static long Checked(long count) => count >= 0 ? count : throw new ArgumentException($"A count is not negative, but one is {count}.");

    private static void RequireLength(bool[]? totals, int length, string name)
    {
        if (totals is not null && totals.Length != length)
        {
            throw new ArgumentException($"A mask of {totals.Length} totals does not fit {length}.", name);
        }
    }
}
