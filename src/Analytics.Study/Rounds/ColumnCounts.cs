using Analytics.Core.Settings;

namespace Analytics.Study.Rounds;

/// <summary>One column before its statistics: complaints and average subscribers by label, and what is hidden of either.</summary>
/// <param name="Definition">Column and bands.</param>
/// <param name="Labels">Labels in row order.</param>
/// <param name="Complaints">Complaints by label.</param>
/// <param name="Subscribers">Average subscribers by label; null where there is no base for this column.</param>
/// <param name="ComplaintsHidden">What the report's mask hides of the complaints.</param>
/// <param name="SubscribersHidden">What is hidden of the base.</param>
internal sealed record ColumnCounts(
    SegmentDefinition Definition,
    IReadOnlyList<string> Labels,
    IReadOnlyList<long> Complaints,
    IReadOnlyList<double>? Subscribers,
    IReadOnlyList<bool> ComplaintsHidden,
    IReadOnlyList<bool> SubscribersHidden)
{
    /// <summary>Whether the row enters rates and comparisons: a known attribute, nothing hidden, and subscribers to relate to.</summary>
    public bool IsCompared(int row) =>
        Subscribers is not null && Labels[row].Length > 0 && !ComplaintsHidden[row] && !SubscribersHidden[row] && Subscribers[row] > 0;
}
