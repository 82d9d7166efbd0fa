using Analytics.Core.Reports;

namespace Analytics.Reporting.Tests.Samples;

/// <summary>The eight headline measures of the sample.</summary>
public static class SampleKpis
{
    private const double N = SampleReport.Complaints;

    public static IReadOnlyList<Kpi> Full() =>
    [
        Of(KpiId.Complaints, MeasureUnit.Count, GoodDirection.Lower, 6184, 5649, 5102, 5530, Signal.Worse, 4890, 6120, 150, 6031, 6340),
        Of(
            KpiId.ComplaintsPer10kSubscribers, MeasureUnit.Per10k, GoodDirection.Lower, 26.74, 24.43, 22.65, 23.93, Signal.Worse, 21.20, 26.50, 0.66,
            26.08, 27.42),
        Of(KpiId.EscalatedShare, MeasureUnit.Share, GoodDirection.Lower, 0.0312, 0.0305, 0.0347, 0.0309, Signal.Within, 0.0221, 0.0398, 0.0043, 0.0271, 0.0358),
        Of(KpiId.RepeatShare, MeasureUnit.Share, GoodDirection.Lower, 0.0842, 0.0911, 0.0977, 0.0935, Signal.Better, 0.0850, 0.1020, 0.0069, 0.0775, 0.0914),
        Of(
            KpiId.FirstReplyWithinLimitShare, MeasureUnit.Share, GoodDirection.Higher, 0.9417, 0.9386, 0.9211, 0.9371, Signal.Within, 0.9120, 0.9622,
            0.0058, 0.9356, 0.9473),
        Of(KpiId.HandlingHoursP50, MeasureUnit.Hours, GoodDirection.Lower, 31.4, 30.9, 36.2, 31.8, Signal.Within, 26.1, 37.5, 0.8, 30.7, 32.2),
        Of(KpiId.HandlingHoursP90, MeasureUnit.Hours, GoodDirection.Lower, null, 96.3, 118.0, 99.4, Signal.NoVerdict, null, null, 3, null, null) with
        {
            Current = Figure.Absent(AbsenceReasons.QuantileNotReached),
            Change = Figure.Absent(AbsenceReasons.NotComparable),
            YearChange = Figure.Absent(AbsenceReasons.NotComparable),
        },
        Of(KpiId.SatisfactionScore, MeasureUnit.Score, GoodDirection.Higher, 78.42, 77.95, null, 77.60, Signal.Within, 75.10, 80.10, 1.1, 77.31, 79.53),
    ];

    public static IReadOnlyList<Kpi> NoSubscribers()
        => [.. Full().Select(k => k.Id switch
        {
            KpiId.ComplaintsPer10kSubscribers => Without(k, AbsenceReasons.NoSubscribers),
            KpiId.RepeatShare => Without(k, AbsenceReasons.NoSubscriberLink),
            _ => k,
        })];

    public static IReadOnlyList<Kpi> Absent() => [.. Full().Select(k => Without(k, AbsenceReasons.NoDataInPeriod))];

    private static Kpi Without(Kpi kpi, string reason)
    {
        var absent = Figure.Absent(reason);
        return kpi with
        {
            Current = absent, Previous = absent, YearBefore = absent, TrailingMean = absent, Change = absent, YearChange = absent,
            Signal = Signal.NoVerdict, LowerLimit = null, UpperLimit = null, Series = [.. kpi.Series.Select(p => p with { Figure = absent })],
        };
    }

    private static Kpi Of(
        KpiId id, MeasureUnit unit, GoodDirection good, double? current, double previous, double? yearBefore, double trailing, Signal signal,
        double? lower, double? upper, double halfWidth, double? low, double? high)
    {
        var year = yearBefore is { } y ? Figure.Of(y, N * 0.9) : Figure.Absent(AbsenceReasons.NoDataInPeriod);
        return new Kpi(
            id, unit, good,
            current is { } c ? Figure.Of(c, N, low, high) : Figure.Suppressed,
            Figure.Of(previous, N * 0.93), year, Figure.Of(trailing, N * 12),
            current is { } d ? Figure.Of(d - previous, N, d - previous - halfWidth, d - previous + halfWidth) : Figure.Suppressed,
            current is { } e && yearBefore is { } b ? Figure.Of(e - b, N) : Figure.Absent(AbsenceReasons.NotComparable),
            signal, lower, upper, Series(current, previous, trailing));
    }

    private static IReadOnlyList<PeriodFigure> Series(double? current, double previous, double trailing)
    {
        double[] wave = [0.97, 0.99, 1.02, 1.01, 0.98, 1.00, 0.96, 1.03, 1.01, 0.99, 1.00, 0.98];
        var series = wave
            .Select((w, i) => new PeriodFigure($"2026-W{33 + i:00}", i == 3 ? Figure.Absent(AbsenceReasons.NoDataInPeriod) : Figure.Of(trailing * w, N)))
            .ToList();
        series.Add(new PeriodFigure("2026-W45", Figure.Of(previous, N)));
        series.Add(new PeriodFigure("2026-W46", current is { } c ? Figure.Of(c, N) : Figure.Absent(AbsenceReasons.QuantileNotReached)));
        return series;
    }
}
