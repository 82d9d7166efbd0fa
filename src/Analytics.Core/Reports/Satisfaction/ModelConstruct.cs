namespace Analytics.Core.Reports.Satisfaction;

/// <summary>A construct of the model.</summary>
/// <param name="Name">Data label, translated like any other.</param>
/// <param name="Items">Number of its items.</param>
/// <param name="Index">0–100 on the theoretical scale of its items, bootstrap interval; N is the number of respondents.</param>
/// <param name="Previous">Index of this period's last wave before, where the model is estimated for one wave; absent otherwise.</param>
/// <param name="RSquared">Share of variance explained, 0–1, bootstrap interval; absent where no path leads to it or the gate holds it back.</param>
/// <param name="AdjustedRSquared">Adjusted for the number of predecessors; null where <paramref name="RSquared"/> is absent.</param>
/// <param name="Alpha">Cronbach's α; null for a single item.</param>
/// <param name="RhoC">Composite reliability; null for a single item.</param>
/// <param name="RhoA">Dijkstra and Henseler's ρA; null for a single item.</param>
/// <param name="VarianceExtracted">Average variance extracted, 0–1; null for a single item.</param>
public sealed record ModelConstruct(
    string Name,
    int Items,
    Figure Index,
    Figure Previous,
    Figure RSquared,
    double? AdjustedRSquared,
    double? Alpha,
    double? RhoC,
    double? RhoA,
    double? VarianceExtracted);
