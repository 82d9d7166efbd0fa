namespace Analytics.Statistics.Disclosure;

/// <summary>Which hidden counts follow from the sums by linear algebra: those whose row stands alone in the reduced row echelon form.</summary>
internal static class LinearDisclosure
{
    // Rows begin as 0 and ±1: what is this small after elimination is rounding.
    private const double Zero = 1e-9;

    /// <summary>For every count, whether it is hidden and yet determined.</summary>
    public static bool[] Determined(IReadOnlyList<(int Total, int[] Parts)> ties, bool[] hidden)
    {
        var unknowns = Enumerable.Range(0, hidden.Length).Where(i => hidden[i]).ToArray();
        var column = new int[hidden.Length];
        for (var i = 0; i < unknowns.Length; i++)
        {
            column[unknowns[i]] = i;
        }

        var rows = ties.Select(t => Row(t, hidden, column, unknowns.Length)).Where(r => r is not null).Select(r => r!).ToArray();
        Reduce(rows, unknowns.Length);
        var determined = new bool[hidden.Length];
        foreach (var row in rows)
        {
            var entries = Enumerable.Range(0, row.Length).Where(i => Math.Abs(row[i]) > Zero).Take(2).ToArray();
            if (entries.Length == 1)
            {
                determined[unknowns[entries[0]]] = true;
            }
        }

        return determined;
    }

    private static double[]? Row((int Total, int[] Parts) tie, bool[] hidden, int[] column, int width)
    {
        var row = new double[width];
        var any = false;
        foreach (var part in tie.Parts.Where(p => hidden[p]))
        {
            row[column[part]] += 1;
            any = true;
        }

        if (hidden[tie.Total])
        {
            row[column[tie.Total]] -= 1;
            any = true;
        }

        return any ? row : null;
    }

    private static void Reduce(double[][] rows, int width)
    {
        var pivotRow = 0;
        for (var c = 0; c < width && pivotRow < rows.Length; c++)
        {
            var best = pivotRow;
            for (var r = pivotRow + 1; r < rows.Length; r++)
            {
                // The largest entry as pivot keeps the rounding of tall tables far below the tolerance.
                best = Math.Abs(rows[r][c]) > Math.Abs(rows[best][c]) ? r : best;
            }

            if (Math.Abs(rows[best][c]) < Zero)
            {
                continue;
            }

            (rows[pivotRow], rows[best]) = (rows[best], rows[pivotRow]);
            Eliminate(rows, pivotRow, c);
            pivotRow++;
        }
    }

    private static void Eliminate(double[][] rows, int pivotRow, int c)
    {
        var pivot = rows[pivotRow];
        var scale = pivot[c];
        for (var i = 0; i < pivot.Length; i++)
        {
            pivot[i] /= scale;
        }

        for (var r = 0; r < rows.Length; r++)
        {
            var factor = rows[r][c];
            if (r == pivotRow || Math.Abs(factor) < Zero)
            {
                continue;
            }

            for (var i = 0; i < pivot.Length; i++)
            {
                rows[r][i] -= factor * pivot[i];
            }
        }
    }
}
