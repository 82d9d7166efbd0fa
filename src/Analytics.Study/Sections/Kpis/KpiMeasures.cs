using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Statistics.ControlCharts;
using Analytics.Statistics.Intervals;
using Analytics.Statistics.Survival;

namespace Analytics.Study.Sections.Kpis;

/// <summary>
/// The headline measures that rest on complaints. A figure over fewer cases than the minimum cell is hidden, except the plain count and rate of the whole
/// base.
/// </summary>
internal static class KpiMeasures
{
    /// <param name="settings">Levels and limits.</param>
    /// <param name="all">Everything in sight pooled: tells a field that never has a value from one that has none in a period.</param>
    /// <param name="isScoped">Whether the report is filtered, so that small totals are cells of the whole.</param>
    public static IReadOnlyList<KpiMeasure> Of(StudySettings settings, PeriodCounts all, bool isScoped)
    {
        var level = settings.ConfidenceLevel;
        Figure Cell(long n, Func<Figure> figure) => n > 0 && n < settings.MinimumCell ? Figure.Suppressed : figure();
        Figure Volume(PeriodCounts p, Func<Figure> figure) =>
            !p.HasData ? Figure.Absent(AbsenceReasons.NoDataInPeriod) : isScoped ? Cell(p.Complaints, figure) : figure();

        KpiMeasure Share(KpiId id, GoodDirection good, Func<PeriodCounts, (long Yes, long Known)> of, string reasonIfNever, bool never) => new(
            id,
            MeasureUnit.Share,
            good,
            p => never ? Figure.Absent(reasonIfNever)
                : !p.HasData ? Figure.Absent(AbsenceReasons.NoDataInPeriod)
                : Cell(of(p).Known, () => FigureMath.Share(of(p).Yes, of(p).Known, level)),
            (a, b) => DifferenceInterval.OfShares(of(a).Yes, of(a).Known, of(b).Yes, of(b).Known, level),
            (baseline, current) =>
                LaneyChart.P([.. baseline.Select(p => (double)of(p).Yes)], [.. baseline.Select(p => (double)of(p).Known)], of(current).Known));

        KpiMeasure Hours(KpiId id, double probability) => new(
            id,
            MeasureUnit.Hours,
            GoodDirection.Lower,
            p => all.Durations.Closed == 0 ? Figure.Absent(AbsenceReasons.NoSuchField)
                : !p.HasData ? Figure.Absent(AbsenceReasons.NoDataInPeriod)
                : Cell(p.Durations.Cases, () => Quantile(p.Durations, probability, level)),
            (_, _) => null,
            (baseline, _) => LaneyChart.Individuals([.. baseline.Select(p => Quantile(p.Durations, probability, level).Value!.Value)]));

        return
        [
            new(
                KpiId.Complaints,
                MeasureUnit.Count,
                GoodDirection.Lower,
                p => Volume(p, () => FigureMath.Count(p.Complaints)),
                (a, b) => DifferenceInterval.OfCounts(a.Complaints, b.Complaints, level),
                (baseline, current) =>
                    Scaled(
                        LaneyChart.U([.. baseline.Select(p => (double)p.Complaints)], [.. baseline.Select(p => (double)p.Days)], current.Days), current.Days),
                IsVolume: true),
            new(
                KpiId.ComplaintsPer10kSubscribers,
                MeasureUnit.Per10k,
                GoodDirection.Lower,
                p => p.Subscribers is null ? Figure.Absent(AbsenceReasons.NoSubscribers) : Volume(p, () => FigureMath.Rate(p.Complaints, p.Subscribers, level)),
                (a, b) => Scaled(DifferenceInterval.OfRates(a.Complaints, a.Subscribers!.Value, b.Complaints, b.Subscribers!.Value, level), FigureMath.Per),
                (baseline, current) =>
                    Scaled(
                        LaneyChart.U(
                            [.. baseline.Select(p => (double)p.Complaints)], [.. baseline.Select(p => p.Subscribers!.Value)], current.Subscribers!.Value),
                        FigureMath.Per),
                IsVolume: true),
            Share(KpiId.EscalatedShare, GoodDirection.Lower, p => p.Escalated, AbsenceReasons.NoSuchField, all.Escalated.Known == 0),
            Share(KpiId.RepeatShare, GoodDirection.Lower, p => p.Repeated, AbsenceReasons.NoSubscriberLink, all.Repeated.Known == 0),
            Share(KpiId.FirstReplyWithinLimitShare, GoodDirection.Higher, p => p.FirstReply, AbsenceReasons.NoSuchField, all.Replied == 0),
            Hours(KpiId.HandlingHoursP50, 0.5),
            Hours(KpiId.HandlingHoursP90, 0.9),
        ];
    }

    private static Figure Quantile(Durations cases, double probability, double level)
    {
        if (cases.Cases == 0)
        {
            return Figure.Absent(AbsenceReasons.EmptyDenominator);
        }

        var (times, events, censored) = (cases.Times, cases.Events, cases.Censored);
        if (KaplanMeier.Quantile(times, events, censored, probability) is not { } hours)
        {
            return Figure.Absent(AbsenceReasons.QuantileNotReached);
        }

        var interval = KaplanMeier.QuantileInterval(times, events, censored, probability, level);
        return Figure.Of(hours, cases.Cases, interval?.Lower, interval?.Upper);
    }

    private static ControlLimits Scaled(ControlLimits limits, double by) => new(limits.Centre * by, limits.Lower * by, limits.Upper * by, limits.SigmaZ);

    private static ConfidenceInterval Scaled(ConfidenceInterval interval, double by) => new(interval.Lower * by, interval.Upper * by);
}
