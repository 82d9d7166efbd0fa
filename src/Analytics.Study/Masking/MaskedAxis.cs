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
