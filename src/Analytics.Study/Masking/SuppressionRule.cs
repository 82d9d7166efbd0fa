using Analytics.Statistics.Disclosure;

namespace Analytics.Study.Masking;

/// <summary>
/// Which counts of a table may be shown, decided from the table alone. What is decided for one table says nothing of another: <see cref="ReportMasks"/>
/// does.
/// </summary>
/// <param name="MinimumCell">Counts of 1…k−1 are hidden, with as many more as it takes to keep them so.</param>
internal sealed record SuppressionRule(int MinimumCell)
{
    /// <summary>Whether a count must not be shown.</summary>
    public bool IsSmall(double count) => count > 0 && count < MinimumCell;

    /// <summary>Mask of counts whose sum the reader knows; null where they cannot be protected.</summary>
    /// <returns>True where hidden, one a count.</returns>
    public bool[]? Line(IReadOnlyList<long> counts)
    {
        var sums = new PublishedSums(MinimumCell);
        var whole = sums.AddKnown(counts.Sum());
        var cells = counts.Select(c => sums.Add(c)).ToArray();
        sums.Tie(whole, cells);
        return sums.Protect() is { } hidden ? [.. cells.Select(c => hidden[c])] : null;
    }

    /// <summary>Mask of a two-way table. The reader knows the sums of the lines that are shown; every cell of a hidden line is hidden.</summary>
    /// <returns>True where hidden.</returns>
    public bool[,] Table(long[,] counts, IReadOnlyList<bool> hiddenRows, IReadOnlyList<bool> hiddenColumns)
    {
        var mask = CellSuppression.Mask(counts, MinimumCell, [.. hiddenRows], [.. hiddenColumns]);
        for (var r = 0; r < mask.GetLength(0); r++)
        {
            for (var c = 0; c < mask.GetLength(1); c++)
            {
                mask[r, c] |= hiddenRows[r] || hiddenColumns[c];
            }
        }

        return mask;
    }

    /// <summary>Number of hidden cells of a table.</summary>
    public static int Hidden(bool[,] mask) => mask.Cast<bool>().Count(hidden => hidden);
}
