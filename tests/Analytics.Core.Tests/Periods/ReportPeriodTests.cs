using System.Globalization;
using Analytics.Core.Periods;

namespace Analytics.Core.Tests.Periods;

public sealed class ReportPeriodTests
{
    [Theory]
    [InlineData("2026-W46", "2026-11-09", "2026-11-16")]
    [InlineData("2026-W01", "2025-12-29", "2026-01-05")]
    [InlineData("2020-W53", "2020-12-28", "2021-01-04")]
    [InlineData("2024-02", "2024-02-01", "2024-03-01")]
    [InlineData("2026-Q4", "2026-10-01", "2027-01-01")]
    public void Parse_IsoText_GivesTheDays(string text, string start, string end)
    {
        var period = ReportPeriod.Parse(text);

        (period.Start, period.End, period.ToString()).ShouldBe((Day(start), Day(end), text));
    }

    [Theory]
    [InlineData("2021-W53")]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("2026-W00")]
    [InlineData("2026")]
    [InlineData("W46-2026")]
    public void Parse_NoSuchPeriod_SaysHowToWriteOne(string text)
    {
        var error = Should.Throw<AnalyticsException>(() => ReportPeriod.Parse(text));

        (error.Code, error.Kind).ShouldBe(("AN1101", FaultKind.Usage));
        error.Message.ShouldContain($"'{text}'");
        error.Message.ShouldContain("2026-W46");
    }

    [Theory]
    [InlineData(DayOfWeek.Sunday, "2026-11-08")]
    [InlineData(DayOfWeek.Saturday, "2026-11-07")]
    [InlineData(DayOfWeek.Friday, "2026-11-06")]
    [InlineData(DayOfWeek.Tuesday, "2026-11-10")]
    [InlineData(DayOfWeek.Thursday, "2026-11-12")]
    public void Start_OperatorWeek_HoldsTheIsoThursday(DayOfWeek weekStart, string start) =>
        ReportPeriod.Parse("2026-W46", weekStart).Start.ShouldBe(Day(start));

    [Fact]
    public void Containing_EveryDayOfTwentyYearsAndEveryWeekStart_IsInsideItsPeriodAndNeighboursTouch()
    {
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            foreach (var weekStart in Enum.GetValues<DayOfWeek>())
            {
                for (var day = new DateOnly(2015, 1, 1); day.Year < 2035; day = day.AddDays(1))
                {
                    var period = ReportPeriod.Containing(day, kind, weekStart);
                    (period.Start <= day && day < period.End).ShouldBeTrue();
                    period.Add(1).Start.ShouldBe(period.End);
                    period.Previous().End.ShouldBe(period.Start);
                    ReportPeriod.Parse(period.ToString(), weekStart).ShouldBe(period);
                }
            }
        }
    }

    [Fact]
    public void YearBefore_WeekFiftyThree_ComparesWithTheLastWeekThereIs() =>
        ReportPeriod.Parse("2020-W53").YearBefore().ToString().ShouldBe("2019-W52");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
