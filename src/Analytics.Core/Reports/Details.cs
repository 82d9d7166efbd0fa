namespace Analytics.Core.Reports;

/// <summary>The masked rows, as many as the limit allows; never cut silently.</summary>
/// <param name="Rows">Rows shown, by time of receipt.</param>
/// <param name="TotalRows">Rows there are in the scope.</param>
public sealed record Details(IReadOnlyList<DetailRow> Rows, long TotalRows);
