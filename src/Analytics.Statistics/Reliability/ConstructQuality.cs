namespace Analytics.Statistics.Reliability;

/// <summary>Reliability and validity of a construct.</summary>
/// <param name="Construct">Name.</param>
/// <param name="Items">Number of indicators.</param>
/// <param name="Alpha">Standardised Cronbach's α; null for a single indicator.</param>
/// <param name="RhoC">Composite reliability; null for a single indicator.</param>
/// <param name="RhoA">Dijkstra and Henseler's ρA; 1 for mode B by convention, null for a single indicator.</param>
/// <param name="VarianceExtracted">Average variance extracted; null for a single indicator.</param>
/// <param name="SecondEigenvalue">Second eigenvalue of the correlations; above 1 the block measures more than one thing.</param>
public sealed record ConstructQuality(
    string Construct, int Items, double? Alpha, double? RhoC, double? RhoA, double? VarianceExtracted, double SecondEigenvalue);
