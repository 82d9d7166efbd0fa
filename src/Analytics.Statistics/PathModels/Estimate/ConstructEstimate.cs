using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>A construct in an estimated model.</summary>
/// <param name="Name">Name.</param>
/// <param name="Mode">How its weights were found.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Indicators">Number of indicators.</param>
/// <param name="IsExplained">Whether a path leads to it.</param>
/// <param name="RSquared">Share of its variance that is explained, 0–1; null where nothing explains it.</param>
/// <param name="AdjustedRSquared">1 − (1 − R²)(n − 1)/(n − k − 1); null where nothing explains it.</param>
/// <param name="Bic">Bayesian information criterion of its regression, n ln(SSE/n) + (k + 1) ln n; null where nothing explains it or R² is 1 or more.</param>
/// <param name="MeanCommunality">Mean squared loading.</param>
/// <param name="MeanRedundancy">Mean communality × R².</param>
public sealed record ConstructEstimate(
    string Name,
    MeasurementMode Mode,
    ConstructKind Kind,
    int Indicators,
    bool IsExplained,
    double? RSquared,
    double? AdjustedRSquared,
    double? Bic,
    double MeanCommunality,
    double MeanRedundancy);
