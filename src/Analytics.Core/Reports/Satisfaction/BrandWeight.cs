namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Share of an own brand.</summary>
/// <param name="Brand">Brand, a data label.</param>
/// <param name="SampleShare">Of the respondents, 0–1.</param>
/// <param name="Share">In the weighted total, 0–1.</param>
public sealed record BrandWeight(string Brand, double SampleShare, double Share);
