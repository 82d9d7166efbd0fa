using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;

namespace Analytics.Study.Rounds;

/// <summary>The days a study looks at: the period, the one before, the trailing window and the same period a year before.</summary>
internal sealed class StudyWindow
{
    private readonly StudyFacts _facts;
    private readonly IReadOnlyList<Filter> _scope;

    public StudyWindow(StudyRequest request)
    {
        _facts = request.Facts;
        _scope = request.Scope;
        Current = request.Period;
        Trailing = [.. Enumerable.Range(1, Math.Max(1, request.Settings.TrailingPeriods)).Select(i => request.Period.Add(-i)).Reverse()];
        YearBefore = request.Period.YearBefore();
    }

    /// <summary>The period of the report.</summary>
    public ReportPeriod Current { get; }

    /// <summary>The periods before it, oldest first; the last is the period before.</summary>
    public IReadOnlyList<ReportPeriod> Trailing { get; }

    /// <summary>The period before.</summary>
    public ReportPeriod Previous => Trailing[^1];

    /// <summary>The same period a year before.</summary>
    public ReportPeriod YearBefore { get; }

    /// <summary>First day of the trailing window.</summary>
    public DateOnly SeriesStart => Trailing[0].Start;

    /// <summary>Whether any complaint of the warehouse falls into the period.</summary>
    public bool HasComplaints(ReportPeriod period) => AnyIn(_facts.ComplaintDays, period);

    /// <summary>Whether any survey answer of the warehouse falls into the period.</summary>
    public bool HasAnswers(ReportPeriod period) => AnyIn(_facts.SurveyDays, period);

    /// <summary>A question about one period.</summary>
    public CrossTabQuery Ask(FactTable table, ReportPeriod period, IReadOnlyList<CrossTabAxis> by, string? sum = null) =>
        new(table, period.Start, period.End, _scope, by, sum);

    /// <summary>A question over the trailing window and the period.</summary>
    public CrossTabQuery AskSeries(FactTable table, IReadOnlyList<CrossTabAxis> by, IReadOnlyList<Filter>? also = null) =>
        new(table, SeriesStart, Current.End, [.. _scope, .. also ?? []], by);

    /// <summary>The base as the snapshot of one day knew it.</summary>
    public CrossTabQuery AskSnapshot(DateOnly day, IReadOnlyList<CrossTabAxis> by) => new(FactTable.Subscribers, day, day.AddDays(1), _scope, by);

    /// <summary>
    /// The snapshots a period's average base rests on: the newest no later than its first day (else the oldest there is) and the newest
    /// before its end. Both may be the same day; none where there is no base.
    /// </summary>
    public IReadOnlyList<DateOnly> Snapshots(ReportPeriod period)
    {
        var days = _facts.SnapshotDays;
        if (days.Count == 0)
        {
            return [];
        }

        DateOnly At(DateOnly last) => days.LastOrDefault(d => d <= last, days[0]);
        return [At(period.Start), At(period.End.AddDays(-1))];
    }

    private static bool AnyIn(IReadOnlyList<DateOnly> days, ReportPeriod period) => days.Any(d => d >= period.Start && d < period.End);
}
