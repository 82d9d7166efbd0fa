namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Effect of a construct on another along all ways.</summary>
/// <param name="From">Construct that acts.</param>
/// <param name="To">Construct acted on.</param>
/// <param name="Direct">Coefficient of the path; 0 where there is none.</param>
/// <param name="Indirect">Sum of the products along ways through other constructs.</param>
/// <param name="Total">Direct + indirect.</param>
public sealed record EffectEstimate(string From, string To, double Direct, double Indirect, double Total);
