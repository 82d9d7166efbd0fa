namespace Analytics.Core.Reports.Satisfaction;

/// <summary>A construct or item on the map.</summary>
/// <param name="Name">Construct or item, a data label.</param>
/// <param name="Construct">Construct of an item; null for a construct or where there is no model.</param>
/// <param name="Importance">
/// With the model: points of the target per point here ("+1 → +e"), bootstrap interval. From drivers: share of explained variance, 0–1.
/// </param>
/// <param name="Performance">Score or index, 0–100.</param>
/// <param name="Quadrant">Where it lies.</param>
/// <param name="IsBoundary">Whether an interval crosses a cut (边界), so that the quadrant may be another.</param>
/// <param name="Priority">Importance × (100 − performance), 0 where importance is negative.</param>
/// <param name="Rank">Rank by priority among all points, 1 first.</param>
/// <param name="RankInConstruct">Rank among the items of its construct; null for a construct or where there is no model.</param>
public sealed record ImprovementPoint(
    string Name,
    string? Construct,
    Figure Importance,
    Figure Performance,
    ImprovementQuadrant Quadrant,
    bool IsBoundary,
    double Priority,
    int Rank,
    int? RankInConstruct);
