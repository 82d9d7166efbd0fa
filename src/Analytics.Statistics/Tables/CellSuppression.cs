namespace Analytics.Statistics.Tables;

/// <summary>Which cells of a table of counts must not be shown.</summary>
public static class CellSuppression
{
    /// <summary>Mask of a two-way table whose row, column and grand totals are published.</summary>
    /// <param name="counts">Counts, 0 or more.</param>
    /// <param name="minimumCell">Counts of 1…k−1 are hidden.</param>
    /// <returns>Same shape; true where the cell is hidden.</returns>
    public static bool[,] Mask(long[,] counts, int minimumCell)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var hidden = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                hidden[r, c] = counts[r, c] > 0 && counts[r, c] < minimumCell;
            }
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            for (var r = 0; r < rows; r++)
            {
                changed |= HideSecond(columns, c => counts[r, c], c => hidden[r, c], c => hidden[r, c] = true);
            }

            for (var c = 0; c < columns; c++)
            {
                changed |= HideSecond(rows, r => counts[r, c], r => hidden[r, c], r => hidden[r, c] = true);
            }
        }

        return hidden;
    }

    /// <summary>Mask of a one-way table whose total is published.</summary>
    /// <param name="counts">Counts, 0 or more.</param>
    /// <param name="minimumCell">Counts of 1…k−1 are hidden.</param>
    /// <returns>Same length; true where the cell is hidden.</returns>
    public static bool[] Mask(long[] counts, int minimumCell)
    {
        var hidden = Array.ConvertAll(counts, count => count > 0 && count < minimumCell);
        HideSecond(counts.Length, i => counts[i], i => hidden[i], i => hidden[i] = true);
        return hidden;
    }

    private static bool HideSecond(int length, Func<int, long> count, Func<int, bool> isHidden, Action<int> hide)
    {
        var line = Enumerable.Range(0, length).ToArray();
        if (line.Count(isHidden) != 1)
        {
            return false;
        }

        var candidates = line.Where(i => !isHidden(i)).OrderBy(i => count(i) == 0).ThenBy(count).ToArray();
        if (candidates.Length == 0)
        {
            return false;
        }

        hide(candidates[0]);
        return true;
    }
}
