using System.Globalization;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.Periods;

namespace Analytics.Study.Rounds;

/// <summary>Whether a period can be studied at all, and whether its data are complete.</summary>
internal static class PeriodCheck
{
    private const int NamedPeriods = 12;

    /// <summary>Refuses a week on monthly data, and a period without any row.</summary>
    /// <exception cref="AnalyticsException">AN4003 or AN4001.</exception>
    public static void Demand(StudyRequest request, StudyWindow window)
    {
        if (request.Period.Kind == PeriodKind.Week && request.Facts.Precision == DatePrecision.Month)
        {
            throw new AnalyticsException(
                "AN4003",
                $"{request.Period} is a week, but the data of this window say only the month.",
                $"Ask for a month or a quarter, for example --period {ReportPeriod.Containing(request.Period.Start, PeriodKind.Month)}.",
                FaultKind.Usage);
        }

        if (!window.HasComplaints(request.Period) && !window.HasAnswers(request.Period))
        {
            throw new AnalyticsException("AN4001", $"There are no complaints and no survey answers in {request.Period}.", Available(request));
        }
    }

    /// <summary>Refuses a scope that no row matches, and one so small that the report would tell a hidden cell of the whole.</summary>
    /// <exception cref="AnalyticsException">AN4001 or AN4004.</exception>
    public static void DemandScope(StudyRequest request, long inPeriod, long inWindow, bool hasAnswers)
    {
        var scope = string.Join(", ", request.Scope);
        if (request.Scope.Count > 0 && inWindow == 0 && !hasAnswers)
        {
            throw new AnalyticsException(
                "AN4001",
                $"No row of {request.Period} or the periods before it matches {scope}.",
                "Check the filter's column and values; labels are compared exactly.");
        }

        if (request.Scope.Count > 0 && inPeriod > 0 && inPeriod < request.Settings.MinimumCell)
        {
            throw new AnalyticsException(
                "AN4004",
                $"{scope} has fewer than {request.Settings.MinimumCell} complaints in {request.Period}, so its report would show what the whole report hides.",
                "Take a wider scope or a longer period.");
        }
    }

    /// <summary>Whether the newest data end at least a whole day (for monthly data a whole month) before the period does.</summary>
    public static bool IsPartial(StudyRequest request)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(request.Settings.TimeZone);
        var cutOff = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(request.Facts.CutOffUtc, DateTimeKind.Utc), zone));
        var lastDay = request.Period.End.AddDays(-1);
        return request.Facts.Precision == DatePrecision.Month ? (cutOff.Year, cutOff.Month).CompareTo((lastDay.Year, lastDay.Month)) < 0 : cutOff < lastDay;
    }

    private static string Available(StudyRequest request)
    {
        var kind = request.Period.Kind;
        var periods = request.Facts.ComplaintDays.Concat(request.Facts.SurveyDays)
            .Select(d => ReportPeriod.Containing(d, kind, request.Period.WeekStart)).Distinct().Order().ToArray();
        if (periods.Length == 0)
        {
            return "Nothing is imported yet: run analytics import first.";
        }

        var nearest = periods.MinBy(p => Math.Abs(p.Start.DayNumber - request.Period.Start.DayNumber));
        var named = periods.Length <= NamedPeriods
            ? string.Join(", ", periods)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{periods.Length} periods from {periods[0]} to {periods[^1]}, nearest {nearest}");
        return $"Periods with data: {named}.";
    }
}
