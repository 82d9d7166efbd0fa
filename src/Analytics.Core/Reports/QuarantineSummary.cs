namespace Analytics.Core.Reports;

/// <summary>Quarantined rows of one rule and field.</summary>
/// <param name="Table">Canonical table.</param>
/// <param name="Rule">Rule name.</param>
/// <param name="Field">Field at fault.</param>
/// <param name="Rows">Rows waiting.</param>
public sealed record QuarantineSummary(string Table, string Rule, string Field, long Rows);
