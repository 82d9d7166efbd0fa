namespace Analytics.Core.Reports;

/// <summary>One bar of a Pareto.</summary>
/// <param name="Label">Category or cause; empty where the cause is unknown; null for the merged rest ("other").</param>
/// <param name="Merged">How many items the rest merges; 1 for an ordinary item. Items below the minimum cell are always merged, never fewer than two.</param>
/// <param name="Rank">1-based; ties share the rank; 0 for the rest.</param>
/// <param name="Value">Value in the measure's unit.</param>
/// <param name="Share">Share of the total; Wilson interval where the measure counts cases.</param>
/// <param name="CumulativeShare">Share of this and all larger items, 0–1.</param>
/// <param name="Class">A, B or C.</param>
/// <param name="ProbabilityInA">Bootstrap probability that the item is in class A; absent for measures that are not counts.</param>
/// <param name="Change">Change against the period before, in the measure's unit.</param>
public sealed record ParetoItem(
    string? Label,
    int Merged,
    int Rank,
    double Value,
    Figure Share,
    double CumulativeShare,
    ParetoClass Class,
    Figure ProbabilityInA,
    Figure Change);
