namespace Analytics.Core.Reports;

/// <summary>One segmentation of complainants against the subscriber base.</summary>
/// <param name="Column">Canonical or derived column: <c>arpu</c>, <c>age</c>, <c>brand</c>…</param>
/// <param name="BandRule">How the bounds close, where the column is banded: <c>right-closed</c> or <c>left-closed</c>; null for a dimension.</param>
/// <param name="Rows">Bands in order, or labels by complaints descending; rows whose attribute is missing come last under the empty label.</param>
/// <param name="TotalComplaints">All complaints of the scope, whether or not the attribute is known. Rows add up to it where nothing is hidden.</param>
/// <param name="TotalSubscribers">All subscribers of the scope, or null where there is no base.</param>
/// <param name="ChiSquare">χ² of complaints against the base over the rows that are shown and have a known attribute, or absent.</param>
/// <param name="PValue">Its p-value, or null.</param>
public sealed record SegmentTable(
    string Column,
    string? BandRule,
    IReadOnlyList<SegmentRow> Rows,
    long TotalComplaints,
    double? TotalSubscribers,
    Figure ChiSquare,
    double? PValue);
