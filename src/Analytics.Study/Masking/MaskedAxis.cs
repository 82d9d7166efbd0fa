using Analytics.Core.CrossTabs;

namespace Analytics.Study.Masking;

/// <summary>The labels of one column with their complaints, and which of them every output hides.</summary>
/// <param name="Axis">Column and bands.</param>
/// <param name="Labels">Labels; the empty one is "unknown".</param>
/// <param name="Counts">Complaints per label.</param>
/// <param name="Hidden">True where the count is below the minimum, or hidden to protect one that is.</param>
/// <param name="IsWithheld">True where no choice of hidden labels protects the small ones: nothing of this column is published.</param>
internal sealed record MaskedAxis(CrossTabAxis Axis, IReadOnlyList<string> Labels, IReadOnlyList<long> Counts, IReadOnlyList<bool> Hidden, bool IsWithheld)
{
    /// <summary>The mask of a column shown by itself.</summary>
    /// <param name="axis">Column and bands.</param>
    /// <param name="tab">One-way table of complaints by the column.</param>
    /// <param name="rule">What is too small to be shown.</param>
    public static MaskedAxis Of(CrossTabAxis axis, CrossTab tab, SuppressionRule rule)
    {
        var hidden = rule.Line(tab.Counts);
        return new MaskedAxis(axis, tab.Labels[0], tab.Counts, hidden ?? [.. tab.Counts.Select(_ => true)], hidden is null);
    }

    /// <summary>Whether any label but "unknown" occurs.</summary>
    public bool HasKnown => Enumerable.Range(0, Labels.Count).Any(i => Labels[i].Length > 0 && Counts[i] > 0);

    /// <summary>Position of a label, or −1.</summary>
    public int Find(string label)
    {
        for (var i = 0; i < Labels.Count; i++)
        {
            if (string.Equals(Labels[i], label, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
