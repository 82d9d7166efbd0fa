namespace Analytics.Core.Reports;

/// <summary>What the warehouse held of the period, whatever the report's scope, when the report was made: two reports with the same digests rest on the same rows of their period.</summary>
/// <param name="Table">Canonical table: <c>complaint</c> or <c>survey</c>.</param>
/// <param name="Rows">Rows of the period (not what they stand for).</param>
/// <param name="Digest">16 hexadecimal digits that change when a row of the period is added, taken away or changed. Comparable within one warehouse only.</param>
public sealed record PeriodRows(string Table, long Rows, string Digest);
