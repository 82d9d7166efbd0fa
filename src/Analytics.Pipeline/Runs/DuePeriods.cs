using Analytics.Core.Periods;

namespace Analytics.Pipeline.Runs;

/// <summary>Which periods a scheduled report looks at.</summary>
public static class DuePeriods
{
    /// <summary>
    /// The last period that is over, and before it those that may have to be published again because data came late, or for the first time
    /// because nobody was there when they were due. Periods before the first that was ever published stay as they are: a new job does not publish history.
    /// </summary>
    /// <param name="now">The moment the job runs at, UTC.</param>
    /// <param name="timeZone">Zone the days are cut in.</param>
    /// <param name="kind">Week, month or quarter.</param>
    /// <param name="weekStart">First day of a week.</param>
    /// <param name="reopened">How many periods before the last are looked at again; 0 for none.</param>
    /// <param name="published">Labels of the periods published so far, in any order.</param>
    /// <returns>Oldest first; the last is always the last period that is over.</returns>
    public static IReadOnlyList<ReportPeriod> At(
        DateTimeOffset now, TimeZoneInfo timeZone, PeriodKind kind, DayOfWeek weekStart, int reopened, IEnumerable<string> published)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, timeZone).DateTime);
        var last = ReportPeriod.Containing(today, kind, weekStart).Previous();
        var known = published.Select(label => ReportPeriod.TryParse(label, weekStart, out var period) ? period : last)
            .Where(p => p.Kind == kind)
            .Append(last)
            .Min();
        return [.. Enumerable.Range(-reopened, reopened + 1).Select(last.Add).Where(p => p >= known)];
    }
}
