namespace Analytics.Storage.Mappings;

/// <summary>The first check a row failed.</summary>
/// <param name="Field">Canonical field, or the source column where an unpivoted cell is at fault; empty for the row as a whole.</param>
/// <param name="Value">What the source wrote there; a subscriber's id never.</param>
/// <param name="Rule">Stable rule name.</param>
public sealed record RowFault(string Field, string Value, string Rule);
