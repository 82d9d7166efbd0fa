using Analytics.Core.Reports;

namespace Analytics.Study.Segmentation;

/// <summary>The tables of an analyst's segmentation, masked like those of a report.</summary>
/// <param name="Period">Period label.</param>
/// <param name="TotalComplaints">All complaints of the scope.</param>
/// <param name="TotalSubscribers">Average subscribers of the scope, or null where there is no base.</param>
/// <param name="Tables">One table a column, in the order asked; false-discovery control runs over the rows of all of them.</param>
/// <param name="Map">The first two columns crossed, or null.</param>
/// <param name="Clusters">Clusters, largest first, or empty.</param>
/// <param name="NotComputed">What is missing and why: <c>segment:arpu</c>, <c>heatmap:arpu×age</c>, <c>clusters</c>.</param>
/// <param name="Checks">Totals that must tie, before hiding.</param>
public sealed record SegmentResult(
    string Period,
    long TotalComplaints,
    double? TotalSubscribers,
    IReadOnlyList<SegmentTable> Tables,
    HeatMap? Map,
    IReadOnlyList<SegmentCluster> Clusters,
    IReadOnlyList<NotComputed> NotComputed,
    IReadOnlyList<TieCheck> Checks);
