using Analytics.Core.CrossTabs;

namespace Analytics.Study.Masking;

/// <summary>Counts of two merged columns and what the mask hides of them. Detail rows ask it, so that they hide the same cells.</summary>
/// <param name="Rows">Row axis.</param>
/// <param name="Columns">Column axis.</param>
/// <param name="Counts">Counts by row, then column.</param>
/// <param name="Hidden">True where hidden.</param>
internal sealed record MergedTable(MergedAxis Rows, MergedAxis Columns, long[,] Counts, bool[,] Hidden)
{
    /// <summary>Brings the first two axes of a cross-tab onto merged axes and decides what to hide.</summary>
    public static MergedTable Of(MergedAxis rows, MergedAxis columns, CrossTab tab, SuppressionRule rule)
    {
        var counts = new long[rows.Labels.Count, columns.Labels.Count];
        var stride = tab.Counts.Length == 0 ? 1 : tab.Counts.Length / (tab.Labels[0].Count * tab.Labels[1].Count);
        for (var i = 0; i < tab.Counts.Length; i++)
        {
            if (tab.Counts[i] > 0)
            {
                var cell = i / stride;
                counts[rows.Position(tab.Labels[0][cell / tab.Labels[1].Count]), columns.Position(tab.Labels[1][cell % tab.Labels[1].Count])] += tab.Counts[i];
            }
        }

        return new MergedTable(rows, columns, counts, rule.Table(counts, new bool[rows.Labels.Count], new bool[columns.Labels.Count]));
    }

    /// <summary>Sum over the cells before hiding.</summary>
    public long Total => Counts.Cast<long>().Sum();

    /// <summary>Whether the cell these two labels fall into must not be told.</summary>
    public bool Hides(string row, string column)
    {
        var (r, c) = (Rows.Position(row), Columns.Position(column));
        return r < 0 || c < 0 || Hidden[r, c];
    }
}
