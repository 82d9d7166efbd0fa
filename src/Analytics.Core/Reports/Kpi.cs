namespace Analytics.Core.Reports;

/// <summary>A headline measure against the period before, a year before and the trailing window.</summary>
/// <param name="Id">Which measure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Good">Which way it improves.</param>
/// <param name="Current">This period.</param>
/// <param name="Previous">The period before.</param>
/// <param name="YearBefore">The same period a year before.</param>
/// <param name="TrailingMean">Mean over the trailing window (the periods before this one; pooled, not a mean of ratios, where it is a rate or share).</param>
/// <param name="Change">Current − previous, with the interval of the difference where defined; for shares in points of share (0–1).</param>
/// <param name="YearChange">Current − year before.</param>
/// <param name="Signal">Control-chart verdict on the current period.</param>
/// <param name="LowerLimit">Lower control limit, or null.</param>
/// <param name="UpperLimit">Upper control limit, or null.</param>
/// <param name="Series">The measure over the trailing window and this period, oldest first.</param>
public sealed record Kpi(
    KpiId Id,
    MeasureUnit Unit,
    GoodDirection Good,
    Figure Current,
    Figure Previous,
    Figure YearBefore,
    Figure TrailingMean,
    Figure Change,
    Figure YearChange,
    Signal Signal,
    double? LowerLimit,
    double? UpperLimit,
    IReadOnlyList<PeriodFigure> Series);
