namespace Analytics.Reporting.Sections.Kpis;

/// <summary>One period of a trend plot.</summary>
/// <param name="Period">Period label, unique within the plot.</param>
/// <param name="Value">Value, or null where there is none: the line breaks there.</param>
public sealed record TrendPoint(string Period, double? Value);
