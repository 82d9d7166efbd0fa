using Analytics.Core.CrossTabs;
using Analytics.Statistics.Disclosure;

namespace Analytics.Study.Masking;

/// <summary>
/// The one mask of a report. Labels of a column are hidden once, for every table that shows the column; causes and categories together,
/// because a category is the sum of its causes; and the cells of two-way tables on top of that. What is published stays consistent: a
/// hidden count cannot be computed from any other table, total or detail row of the same report. Statistics of a table are computed
/// from what it shows, never from what it hides.
/// </summary>
internal sealed class SuppressionMask(int minimumCell, long total)
{
    private readonly Dictionary<string, MaskedAxis> _axes = new(StringComparer.Ordinal);

    /// <summary>Counts of 1…k−1 are hidden.</summary>
    public int MinimumCell => minimumCell;

    /// <summary>All complaints of the scope: always known to the reader.</summary>
    public long Total => total;

    /// <summary>Labels and cells hidden so far.</summary>
    public int HiddenCells { get; private set; }

    /// <summary>Whether a count must not be shown.</summary>
    public bool IsSmall(double count) => count > 0 && count < minimumCell;

    /// <summary>The mask of one column, decided at the first call and the same ever after.</summary>
    /// <param name="axis">Column and bands.</param>
    /// <param name="tab">One-way table of complaints by the column.</param>
    public MaskedAxis Axis(CrossTabAxis axis, CrossTab tab)
    {
        if (!_axes.TryGetValue(axis.Column, out var masked))
        {
            var hidden = Line(tab.Counts);
            masked = new MaskedAxis(axis, tab.Labels[0], tab.Counts, hidden ?? [.. tab.Counts.Select(_ => true)], hidden is null);
            Adopt(masked);
        }

        return masked;
    }

    /// <summary>Takes over the mask of a column that was decided together with another one.</summary>
    public void Adopt(MaskedAxis axis)
    {
        _axes[axis.Axis.Column] = axis;
        HiddenCells += axis.Hidden.Count(h => h);
    }

    /// <summary>The mask of a column, or null where none was decided.</summary>
    public MaskedAxis? Find(string column) => _axes.GetValueOrDefault(column);

    /// <summary>Mask of counts whose sum the reader knows; null where they cannot be protected.</summary>
    public bool[]? Line(IReadOnlyList<long> counts)
    {
        var sums = new PublishedSums(minimumCell);
        var whole = sums.AddKnown(counts.Sum());
        var cells = counts.Select(c => sums.Add(c)).ToArray();
        sums.Tie(whole, cells);
        return sums.Protect() is { } hidden ? [.. cells.Select(c => hidden[c])] : null;
    }

    /// <summary>
    /// Mask of a two-way table. The reader knows the sums of the lines that are shown; every cell of a hidden line is hidden.
    /// </summary>
    /// <returns>True where hidden.</returns>
    public bool[,] Table(long[,] counts, IReadOnlyList<bool> hiddenRows, IReadOnlyList<bool> hiddenColumns)
    {
        var mask = CellSuppression.Mask(counts, minimumCell, [.. hiddenRows], [.. hiddenColumns]);
        for (var r = 0; r < mask.GetLength(0); r++)
        {
            for (var c = 0; c < mask.GetLength(1); c++)
            {
                mask[r, c] |= hiddenRows[r] || hiddenColumns[c];
                HiddenCells += mask[r, c] ? 1 : 0;
            }
        }

        return mask;
    }
}
