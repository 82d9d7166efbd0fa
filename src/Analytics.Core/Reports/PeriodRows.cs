namespace Analytics.Core.Reports;

/// <summary>
/// What the warehouse held of the period, whatever the report's scope, when the report was made: two reports with the same digests rest on the same rows
/// of their period.
/// </summary>
/// <param name="Table">
/// Canonical table: <c>complaint</c> or <c>survey</c>; <c>subscriber</c> or <c>population</c> for a day of the base its rates are of.
/// </param>
/// <param name="Rows">Rows of the period, or of the base's day (not what they stand for).</param>
/// <param name="Digest">16 hexadecimal digits that change when one of these rows is added, taken away or changed. Comparable within one warehouse only.</param>
public sealed record PeriodRows(string Table, long Rows, string Digest)
{
    /// <summary>The base's day; null for rows of the period itself.</summary>
    public DateOnly? AsOf { get; init; }
}
