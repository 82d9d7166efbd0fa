namespace Analytics.Core.Reports;

/// <summary>A figure of one period of a series.</summary>
/// <param name="Period">Period label, <c>2026-W46</c>.</param>
/// <param name="Figure">Its value.</param>
public sealed record PeriodFigure(string Period, Figure Figure);
