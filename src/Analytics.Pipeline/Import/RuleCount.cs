namespace Analytics.Pipeline.Import;

/// <summary>Rows that break one rule in one field.</summary>
/// <param name="Rule">Rule name.</param>
/// <param name="Field">Field at fault; empty for the row as a whole.</param>
/// <param name="Rows">Rows.</param>
public sealed record RuleCount(string Rule, string Field, long Rows);
