using Analytics.Core.Reports;
using Analytics.Statistics.ControlCharts;
using Analytics.Statistics.Intervals;

namespace Analytics.Study.Sections.Kpis;

/// <summary>How one headline measure is computed from counts.</summary>
/// <param name="Id">Which.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Good">Which way it improves.</param>
/// <param name="Value">The figure of a period or of pooled periods.</param>
/// <param name="Change">Interval of current − compared, where there is a better one than that recovered from both sides.</param>
/// <param name="Limits">Control limits for the last argument from the baseline periods.</param>
/// <param name="IsVolume">Whether the measure grows with the days that are in: not comparable while the period is not complete.</param>
internal sealed record KpiMeasure(
    KpiId Id,
    MeasureUnit Unit,
    GoodDirection Good,
    Func<PeriodCounts, Figure> Value,
    Func<PeriodCounts, PeriodCounts, ConfidenceInterval?> Change,
    Func<IReadOnlyList<PeriodCounts>, PeriodCounts, ControlLimits> Limits,
    bool IsVolume = false);
