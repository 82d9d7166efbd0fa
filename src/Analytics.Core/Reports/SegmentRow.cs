namespace Analytics.Core.Reports;

/// <summary>One band or label of a segmentation.</summary>
/// <param name="Label">Printed bounds or the dimension's label; empty for unknown, <see cref="Rest"/> for the merged rest of a very long list.</param>
/// <param name="Complaints">Complaints of the segment.</param>
/// <param name="Subscribers">Average subscribers of the segment.</param>
/// <param name="ShareOfComplaints">Share of all complaints, Wilson interval.</param>
/// <param name="ShareOfSubscribers">Share of all subscribers.</param>
/// <param name="ComplaintsPer10k">Rate per 10,000 subscribers, exact Poisson interval.</param>
/// <param name="RateRatio">Rate of the segment ÷ rate of everyone else among the rows that are shown and known, with interval.</param>
/// <param name="ContributionIndex">Share of complaints ÷ share of subscribers.</param>
/// <param name="AdjustedResidual">Adjusted residual of complaints against the base; beyond ±1.96 is unlikely by chance.</param>
/// <param name="AdjustedPValue">p-value after false-discovery control over all rows of all segmentations (Benjamini–Hochberg), or absent.</param>
/// <param name="Survives">Whether the difference survives that control.</param>
public sealed record SegmentRow(
    string Label,
    Figure Complaints,
    Figure Subscribers,
    Figure ShareOfComplaints,
    Figure ShareOfSubscribers,
    Figure ComplaintsPer10k,
    Figure RateRatio,
    Figure ContributionIndex,
    Figure AdjustedResidual,
    Figure AdjustedPValue,
    bool Survives)
{
    /// <summary>Label of the row that merges the smallest labels of a very long dimension; renderers translate it.</summary>
    public const string Rest = "\u2022rest";
}
