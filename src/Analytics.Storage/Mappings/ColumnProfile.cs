namespace Analytics.Storage.Mappings;

/// <summary>What one source column held.</summary>
/// <param name="Name">Header; <c>name#2</c> where it is repeated, <c>#7</c> where it has none.</param>
/// <param name="Position">1-based position.</param>
/// <param name="Kind">What its cells look like.</param>
/// <param name="Rows">Cells read.</param>
/// <param name="Missing">Blank cells.</param>
/// <param name="Distinct">Distinct cells that are not blank.</param>
/// <param name="IsDistinctEstimated">Whether <paramref name="Distinct"/> is an estimate (standard error 1.6 %): beyond 4,096 distinct cells they are no longer told apart.</param>
/// <param name="Minimum">Smallest number, or text in ordinal order where the column is no number; empty where blank throughout. Subscriber ids and mobile numbers are not shown.</param>
/// <param name="Maximum">Largest, likewise.</param>
/// <param name="MappedTo">Canonical columns it feeds; empty where the mapping leaves it out.</param>
public sealed record ColumnProfile(
    string Name,
    int Position,
    ColumnKind Kind,
    long Rows,
    long Missing,
    long Distinct,
    bool IsDistinctEstimated,
    string Minimum,
    string Maximum,
    IReadOnlyList<string> MappedTo);
