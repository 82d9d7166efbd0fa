using System.Globalization;
using Analytics.Jobs.Scheduling;
using Analytics.Jobs.Scheduling.Definitions;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary>The times of a schedule where clocks are moved.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-22T12:00:00+01:00", "2026-03-23T06:00:00+01:00", "2026-03-30T06:00:00+02:00")]
    [InlineData("Europe/Berlin", "2026-10-18T12:00:00+02:00", "2026-10-19T06:00:00+02:00", "2026-10-26T06:00:00+01:00")]
    [InlineData("America/New_York", "2028-02-27T12:00:00-05:00", "2028-02-28T06:00:00-05:00", "2028-03-06T06:00:00-05:00")] // 29 February between
    [InlineData("Asia/Shanghai", "2026-12-27T12:00:00+08:00", "2026-12-28T06:00:00+08:00", "2027-01-04T06:00:00+08:00")]    // week 53 between
    public void MondayReport_IsAtSixByTheClockOnTheWall(string zone, string from, params string[] expected) =>
        Times(JobDefinition.Default("weekly", JobKind.Report).Cron, zone, from, expected.Length).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-28T12:00:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00")] // half past two does not exist
    [InlineData("2026-10-24T12:00:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00")] // half past two comes twice
    public void DailyJob_InTheHourThatIsSkippedOrRepeated_RunsOnce(string from, params string[] expected) =>
        Times("0 30 2 * * ?", "Europe/Berlin", from, expected.Length).ShouldBe(expected);

    private static IEnumerable<string> Times(string cron, string zone, string from, int count)
    {
        var schedule = new CronSchedule(cron, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var at = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture);
        for (var i = 0; i < count; i++)
        {
            at = schedule.After(at)!.Value;
            yield return TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone))
                .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        }
    }
}
