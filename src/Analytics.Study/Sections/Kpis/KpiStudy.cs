using Analytics.Core.Reports;
using Analytics.Statistics.ControlCharts;

namespace Analytics.Study.Sections.Kpis;

/// <summary>Puts a measure against the period before, a year before and the trailing window, and judges it by its control chart.</summary>
internal static class KpiStudy
{
    /// <summary>Periods of history a verdict needs.</summary>
    public const int PeriodsForVerdict = 8;

    /// <summary>One headline measure.</summary>
    /// <param name="measure">How it is computed.</param>
    /// <param name="series">The trailing window and the period, oldest first.</param>
    /// <param name="yearBefore">The same period a year before.</param>
    /// <param name="isPartial">Whether the data end inside the period.</param>
    public static Kpi Of(KpiMeasure measure, IReadOnlyList<PeriodCounts> series, PeriodCounts yearBefore, bool isPartial)
    {
        var figures = series.Select(measure.Value).ToArray();
        var (current, previous, year) = (figures[^1], figures[^2], measure.Value(yearBefore));
        var baseline = series.Take(series.Count - 1).Where((_, i) => figures[i].State == FigureState.Known).ToArray();
        var notComparable = isPartial && measure.IsVolume;
        var limits = notComparable || current.Value is null || baseline.Length < PeriodsForVerdict
            ? (ControlLimits?)null
            : measure.Limits(baseline, series[^1]);
        return new Kpi(
            measure.Id,
            measure.Unit,
            measure.Good,
            current,
            previous,
            year,
            Trailing(measure, baseline),
            Change(measure, series[^1], current, series[^2], previous, notComparable),
            Change(measure, series[^1], current, yearBefore, year, notComparable),
            Verdict(current.Value, limits, measure.Good),
            limits?.Lower,
            limits?.Upper,
            [.. series.Select((p, i) => new PeriodFigure(p.Period, figures[i]))]);
    }

    /// <summary>Beyond the limits on which side; no verdict without limits.</summary>
    public static Signal Verdict(double? value, ControlLimits? limits, GoodDirection good)
    {
        if (value is not { } v || limits is not { } l)
        {
            return Signal.NoVerdict;
        }

        // limits are recomputed from the same counts: a value on the limit is within it
        var slack = 1e-9 * Math.Max(1, Math.Abs(v));
        return v > l.Upper + slack ? good == GoodDirection.Lower ? Signal.Worse : Signal.Better
            : v < l.Lower - slack ? good == GoodDirection.Lower ? Signal.Better : Signal.Worse
            : Signal.Within;
    }

    private static Figure Trailing(KpiMeasure measure, PeriodCounts[] baseline)
    {
        if (baseline.Length == 0)
        {
            return Figure.Absent(AbsenceReasons.NoDataInPeriod);
        }

        var pooled = PeriodCounts.Pool(baseline);
        return measure.Id == KpiId.Complaints ? Figure.Of(pooled.Complaints / (double)baseline.Length, pooled.Complaints) : measure.Value(pooled);
    }

    private static Figure Change(KpiMeasure measure, PeriodCounts a, Figure current, PeriodCounts b, Figure compared, bool notComparable)
    {
        if (notComparable)
        {
            return Figure.Absent(AbsenceReasons.PartialPeriod);
        }

        var bothKnown = current.State == FigureState.Known && compared.State == FigureState.Known;
        return FigureMath.Difference(current, compared, bothKnown ? measure.Change(a, b) : null);
    }
}
