namespace Analytics.Study.Segmentation;

/// <summary>What a cluster is like in one column.</summary>
/// <param name="Column">Banded column.</param>
/// <param name="Band">Printed bounds of the band that holds the cluster's average rank.</param>
/// <param name="Rank">Average rank, 0–1: 0.5 is the middle of everyone, 0.9 more than nine tenths have less.</param>
public sealed record ClusterTrait(string Column, string Band, double Rank);
