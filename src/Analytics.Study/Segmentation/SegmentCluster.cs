using Analytics.Core.Reports;

namespace Analytics.Study.Segmentation;

/// <summary>A group of subscribers (of complainants, where there is no base) that are alike in the banded columns.</summary>
/// <param name="Number">1-based, largest first.</param>
/// <param name="Profile">For every clustered column the band the cluster's centre falls into: the band of its average rank.</param>
/// <param name="Complaints">Complaints of the cluster.</param>
/// <param name="Subscribers">Average subscribers.</param>
/// <param name="ShareOfComplaints">Share of all complaints, Wilson interval.</param>
/// <param name="ComplaintsPer10k">Rate per 10,000 subscribers, exact Poisson interval.</param>
/// <param name="RateRatio">Rate of the cluster ÷ rate of the other clusters, with interval.</param>
public sealed record SegmentCluster(
    int Number,
    IReadOnlyList<ClusterTrait> Profile,
    Figure Complaints,
    Figure Subscribers,
    Figure ShareOfComplaints,
    Figure ComplaintsPer10k,
    Figure RateRatio);
