namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>An indicator of a construct in an estimated model.</summary>
/// <param name="Construct">Construct it measures.</param>
/// <param name="Indicator">Item, dimension or interaction term.</param>
/// <param name="Weight">Weight in the score of the construct, which has variance 1.</param>
/// <param name="Loading">Correlation with the construct; corrected for attenuation where the construct is reflective.</param>
/// <param name="Communality">Squared loading.</param>
/// <param name="Redundancy">Communality × R² of the construct; 0 where nothing explains it.</param>
/// <param name="Vif">Variance inflation factor among the indicators of the construct; null where they are collinear.</param>
public sealed record IndicatorEstimate(string Construct, string Indicator, double Weight, double Loading, double Communality, double Redundancy, double? Vif);
