namespace Analytics.Samples;

/// <summary>A structural path of the planted satisfaction model, between constructs of variance 1.</summary>
/// <param name="From">Cause.</param>
/// <param name="To">Effect.</param>
/// <param name="Coefficient">Standardised path coefficient.</param>
public sealed record PlantedPath(string From, string To, double Coefficient);
