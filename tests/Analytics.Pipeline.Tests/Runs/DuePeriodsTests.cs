using Analytics.Core.Periods;
using Analytics.Pipeline.Runs;

namespace Analytics.Pipeline.Tests.Runs;

/// <summary>Which periods a scheduled report looks at, over clock changes, leap days and long years.</summary>
public sealed class DuePeriodsTests
{
    [Theory]
    [InlineData("2026-11-23T06:00:00+08:00", "Asia/Shanghai", PeriodKind.Week, "2026-W47")]
    [InlineData("2026-11-22T23:59:59+08:00", "Asia/Shanghai", PeriodKind.Week, "2026-W46")]
    [InlineData("2026-11-22T16:00:00+00:00", "Asia/Shanghai", PeriodKind.Week, "2026-W47")] // Monday begins in Shanghai while it is Sunday in UTC
    [InlineData("2026-03-29T23:30:00+02:00", "Europe/Berlin", PeriodKind.Week, "2026-W12")] // the Sunday of 23 hours
    [InlineData("2026-03-30T00:00:00+02:00", "Europe/Berlin", PeriodKind.Week, "2026-W13")]
    [InlineData("2026-10-25T23:30:00+01:00", "Europe/Berlin", PeriodKind.Week, "2026-W42")] // the Sunday of 25 hours
    [InlineData("2026-10-26T00:00:00+01:00", "Europe/Berlin", PeriodKind.Week, "2026-W43")]
    [InlineData("2027-01-04T06:00:00+08:00", "Asia/Shanghai", PeriodKind.Week, "2026-W53")]
    [InlineData("2027-01-03T06:00:00+08:00", "Asia/Shanghai", PeriodKind.Week, "2026-W52")]
    [InlineData("2028-02-29T06:00:00+08:00", "Asia/Shanghai", PeriodKind.Month, "2028-01")]
    [InlineData("2028-03-01T00:00:00+08:00", "Asia/Shanghai", PeriodKind.Month, "2028-02")]
    [InlineData("2027-03-01T00:00:00+08:00", "Asia/Shanghai", PeriodKind.Quarter, "2026-Q4")]
    public void LastPeriod_IsTheOneThatIsOverInTheReportsZone(string now, string zone, PeriodKind kind, string expected)
        => DuePeriods.At(
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            kind,
            DayOfWeek.Monday,
            0,
            [])
            .Select(p => p.ToString()).ShouldBe([expected]);

    [Fact]
    public void NewJob_PublishesNoHistory() => Due(4, []).ShouldBe(["2026-W47"]);

    [Fact]
    public void PublishedPeriods_AreLookedAtAgain_AsFarAsAsked()
        => Due(3, ["2026-W40", "2026-W46"]).ShouldBe(["2026-W44", "2026-W45", "2026-W46", "2026-W47"]);

    [Fact]
    public void MissedMondays_AreCaughtUp_OnceEach_FromTheFirstPublishedOn()
        => Due(4, ["2026-W45"]).ShouldBe(["2026-W45", "2026-W46", "2026-W47"]);

    [Fact]
    public void PeriodsOfAnotherLength_AreNotMistakenForPublishedOnes()
        => Due(4, ["2026-01", "2026-Q2"]).ShouldBe(["2026-W47"]);

    [Fact]
    public void LeapYearAndLongYear_LoseNoWeek()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var seen = new List<string>();
        for (var day = new DateTimeOffset(2026, 1, 5, 6, 0, 0, TimeSpan.FromHours(-5)); day.Year < 2030; day = day.AddDays(7))
        {
            seen.AddRange(DuePeriods.At(day, zone, PeriodKind.Week, DayOfWeek.Monday, 0, []).Select(p => p.ToString()));
        }

        seen.ShouldContain("2026-W53");
        seen.ShouldContain("2028-W09"); // holds 29 February
        seen.ShouldBe(seen.Distinct());
        seen.Count.ShouldBe(209);
    }

    private static IEnumerable<string> Due(int reopened, string[] published) => DuePeriods
        .At(
            new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.FromHours(8)),
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
            PeriodKind.Week,
            DayOfWeek.Monday,
            reopened,
            published)
        .Select(p => p.ToString());
}
