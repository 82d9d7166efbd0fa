namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>A path in an estimated model.</summary>
/// <param name="From">Construct that explains.</param>
/// <param name="To">Construct that is explained.</param>
/// <param name="Coefficient">Standardised coefficient; from corrected correlations where constructs are reflective.</param>
/// <param name="StandardError">
/// Standard error of ordinary least squares, which takes the scores for given: the bootstrap is to be preferred. Null where R² is 1 or more.
/// </param>
/// <param name="Vif">Variance inflation factor among the predecessors of <paramref name="To"/>; 1 for a single one.</param>
/// <param name="FSquare">
/// (R² − R²₋)/(1 − R²), where R²₋ belongs to the model estimated anew without the path (Cohen 1988); null where there is no published answer
/// (parts of an interaction) or R² is 1 or more.
/// </param>
public sealed record PathEstimate(string From, string To, double Coefficient, double? StandardError, double Vif, double? FSquare);
