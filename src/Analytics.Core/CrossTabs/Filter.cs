namespace Analytics.Core.CrossTabs;

/// <summary>Keeps rows whose dimension has one of the values: <c>region=Wuhan|Yichang</c>.</summary>
/// <param name="Column">Canonical dimension.</param>
/// <param name="Values">Allowed labels; at least one.</param>
public sealed record Filter(string Column, IReadOnlyList<string> Values)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Column}={string.Join('|', Values)}";

    /// <inheritdoc/>
    public bool Equals(Filter? other) => other is not null && Column == other.Column && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column, Values.Count);
}
