namespace Analytics.Statistics.Intervals;

/// <summary>A ratio of two rates and its interval.</summary>
/// <param name="Ratio">Rate A ÷ rate B: +∞ where only B has no event, NaN where neither has one.</param>
/// <param name="Lower">Lower bound; 0 where A has no event.</param>
/// <param name="Upper">Upper bound; +∞ where B has no event.</param>
public readonly record struct RateRatioResult(double Ratio, double Lower, double Upper);
