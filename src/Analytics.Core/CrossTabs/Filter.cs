namespace Analytics.Core.CrossTabs;

/// <summary>Keeps rows whose dimension has one of the values: <c>region=Wuhan|Yichang</c>.</summary>
/// <param name="Column">Canonical dimension.</param>
/// <param name="Values">Allowed labels; at least one.</param>
public sealed record Filter(string Column, IReadOnlyList<string> Values)
{
    /// <summary>A scope in one line: its filters, comma between them; <c>all</c> where there is none.</summary>
    /// <param name="scope">Filters that all apply.</param>
    public static string TextOf(IReadOnlyList<Filter> scope) => scope.Count == 0 ? "all" : string.Join(',', scope);

    /// <inheritdoc/>
    public override string ToString() => $"{Column}={string.Join('|', Values)}";

    /// <inheritdoc/>
    public bool Equals(Filter? other) => other is not null && Column == other.Column && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Column, Values.Count);
}
