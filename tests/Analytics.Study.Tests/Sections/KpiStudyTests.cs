using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Study.Claims;
using Analytics.Study.Tests.Rounds;
using static Analytics.Study.Tests.Rounds.StudyWorld;

namespace Analytics.Study.Tests.Sections;

public class KpiStudyTests
{
    [Fact]
    public void Rate_TwoSnapshots_DividesByTheAverageBase()
    {
        var report = new StudyWorld().Complain(30, Day(0)).Subscribe(10_000, Day(0, -3)).Subscribe(12_000, Day(0, 4)).Study();

        var rate = Kpi(report, KpiId.ComplaintsPer10kSubscribers).Current;
        rate.Value!.Value.ShouldBe(30 / 11_000.0 * 10_000, 1e-9);
        rate.N.ShouldBe(11_000);

        // R: qchisq(c(.025, .975), c(60, 62)) / 2 -> 20.24087 42.82687
        rate.Lower!.Value.ShouldBe(20.24087 / 1.1, 1e-4);
        rate.Upper!.Value.ShouldBe(42.82687 / 1.1, 1e-4);
        report.Header.PopulationAsOf.ShouldBe([Day(0, -3), Day(0, 4)]);
    }

    [Fact]
    public void Rate_NoSubscribers_IsAbsentAndSaysWhy()
    {
        var report = new StudyWorld().Complain(30, Day(0)).Study();

        Kpi(report, KpiId.ComplaintsPer10kSubscribers).Current.ShouldBe(Figure.Absent(AbsenceReasons.NoSubscribers));
        report.DataQuality.NotComputed.ShouldContain(new NotComputed("ComplaintsPer10kSubscribers", AbsenceReasons.NoSubscribers));
    }

    [Fact]
    public void FirstReply_CountsOnlyCasesThatAreDue()
    {
        var report = new StudyWorld()
            .Complain(10, Day(0), ("first_reply_hours", 24.0), ("open_hours", 100.0))
            .Complain(2, Day(0), ("first_reply_hours", 48.0), ("open_hours", 100.0))
            .Complain(5, Day(0), ("first_reply_hours", 72.0), ("open_hours", 100.0))
            .Complain(3, Day(0), ("open_hours", 60.0))
            .Complain(12, Day(0), ("open_hours", 10.0))
            .Study();

        var share = Kpi(report, KpiId.FirstReplyWithinLimitShare).Current;
        (share.Value, share.N).ShouldBe((12 / 20.0, 20.0));
        var headline = report.Headlines.Single(h => h.Key == HeadlineKeys.FirstReply);
        headline.Arguments.Select(a => (a.Name, a.Number)).ShouldBe([("due", 20), ("onTime", 12), ("overdue", 3), ("share", 0.6), ("limit", 48)]);
    }

    [Fact]
    public void HandlingHours_OpenCasesAreCensoredAtTheCutOff()
    {
        // S after 10 h: 20/30; 5 leave at 15 h; after 20 h: 20/30 · 5/15 = 0.222; the 90 % quantile is never reached
        var report = new StudyWorld()
            .Complain(10, Day(0), ("handling_hours", 10.0), ("open_hours", 100.0))
            .Complain(10, Day(0), ("handling_hours", 20.0), ("open_hours", 100.0))
            .Complain(5, Day(0), ("open_hours", 15.0))
            .Complain(5, Day(0), ("open_hours", 30.0))
            .Study();

        Kpi(report, KpiId.HandlingHoursP50).Current.Value.ShouldBe(20);
        Kpi(report, KpiId.HandlingHoursP50).Current.N.ShouldBe(30);
        Kpi(report, KpiId.HandlingHoursP90).Current.ShouldBe(Figure.Absent(AbsenceReasons.QuantileNotReached));
    }

    [Fact]
    public void HandlingHours_NothingEverClosed_SaysNoSuchField() =>
        Kpi(new StudyWorld().Complain(30, Day(0), ("open_hours", 5.0)).Study(), KpiId.HandlingHoursP50)
            .Current.ShouldBe(Figure.Absent(AbsenceReasons.NoSuchField));

    [Fact]
    public void EscalatedAndRepeated_AreSharesOfTheCasesWhereTheyAreKnown()
    {
        var report = new StudyWorld()
            .Complain(5, Day(0), ("is_escalated", "true"), ("is_repeat", "false"))
            .Complain(35, Day(0), ("is_escalated", "false"), ("is_repeat", "true"))
            .Complain(10, Day(0))
            .Study();

        var (escalated, repeated) = (Kpi(report, KpiId.EscalatedShare).Current, Kpi(report, KpiId.RepeatShare).Current);
        (escalated.Value, escalated.N).ShouldBe((0.125, 40.0));
        (repeated.Value, repeated.N).ShouldBe((0.875, 40.0));
    }

    [Fact]
    public void Change_ComparesWithThePeriodBeforeAYearBeforeAndTheTrailingWindow()
    {
        var world = new StudyWorld().Complain(30, Day(0)).Complain(20, Day(1)).Complain(40, Day(2)).Complain(25, Week.YearBefore().Start);
        var kpi = Kpi(world.Study(), KpiId.Complaints);

        (kpi.Previous.Value, kpi.YearBefore.Value, kpi.TrailingMean.Value).ShouldBe((20, 25, 30));
        (kpi.Change.Value, kpi.YearChange.Value).ShouldBe((10, 5));
        kpi.Series.Select(s => s.Figure.Value).TakeLast(4).ShouldBe([null, 40, 20, 30]);
        kpi.Series.Select(s => s.Period).TakeLast(2).ShouldBe(["2026-W45", "2026-W46"]);
        kpi.Series[0].Figure.ShouldBe(Figure.Absent(AbsenceReasons.NoDataInPeriod));
    }

    [Theory]
    [InlineData(8, 100, Signal.Within)]
    [InlineData(8, 200, Signal.Worse)]
    [InlineData(8, 40, Signal.Better)]
    [InlineData(7, 200, Signal.NoVerdict)]
    public void Signal_NeedsEightPeriodsAndJudgesByTheirLimits(int history, int now, Signal expected)
    {
        var world = new StudyWorld().Complain(now, Day(0));
        for (var week = 1; week <= history; week++)
        {
            world.Complain(week % 2 == 0 ? 95 : 105, Day(week));
        }

        Kpi(world.Study(), KpiId.Complaints).Signal.ShouldBe(expected);
    }

    [Fact]
    public void PartialPeriod_CountIsNotCompared()
    {
        var world = new StudyWorld { CutOff = new DateTime(2026, 11, 12, 4, 0, 0, DateTimeKind.Utc) }.Complain(30, Day(0)).Complain(30, Day(1));
        var report = world.Study();

        Kpi(report, KpiId.Complaints).Change.ShouldBe(Figure.Absent(AbsenceReasons.PartialPeriod));
        Kpi(report, KpiId.Complaints).Signal.ShouldBe(Signal.NoVerdict);
        report.DataQuality.NotComputed.ShouldContain(new NotComputed("period", AbsenceReasons.PartialPeriod));
    }

    [Fact]
    public void Satisfaction_IsTheOverallItemOnAHundred()
    {
        var report = new StudyWorld { Settings = new() { OverallItem = "overall" } }
            .Respond(10, Day(0), "overall", 8).Respond(10, Day(0), "overall", 10)
            .Respond(20, Day(0), "a-network", 5)
            .Respond(20, Day(1), "overall", 7)
            .Study();

        var kpi = Kpi(report, KpiId.SatisfactionScore);
        kpi.Current.Value!.Value.ShouldBe(800 / 9.0, 1e-9);
        kpi.Previous.Value!.Value.ShouldBe(600 / 9.0, 1e-9);
        kpi.Change.Value!.Value.ShouldBe(200 / 9.0, 1e-9);
    }

    [Fact]
    public void Satisfaction_AnswersOnCompetitors_StayOut()
    {
        var report = new StudyWorld()
            .Respond(20, Day(0), "总体满意度", 10, ("operator", "移动")).Respond(20, Day(0), "总体满意度", 1, ("operator", "联通"))
            .Respond(20, Day(0), "a-network", 5, ("operator", "移动"))
            .Study();

        Kpi(report, KpiId.SatisfactionScore).Current.Value.ShouldBe(100);
        var headline = report.Headlines.Single(h => h.Key == HeadlineKeys.SurveyScore);
        (headline.Arguments[0].Label, headline.Arguments[1].Number, headline.Arguments[2].Number).ShouldBe(("总体满意度", 100, 20));
    }

    [Fact]
    public void Satisfaction_OwnOperatorNotAmongSeveral_AllAnswersCount()
    {
        var report = new StudyWorld()
            .Respond(20, Day(0), "overall", 10, ("operator", "A")).Respond(20, Day(0), "overall", 1, ("operator", "B"))
            .Study();

        Kpi(report, KpiId.SatisfactionScore).Current.Value.ShouldBe(50);
    }

    [Fact]
    public void Period_WithoutData_NamesThosePeriodsThatHaveSome()
    {
        var world = new StudyWorld().Complain(30, Day(3)).Complain(30, Day(5));

        var fault = Should.Throw<AnalyticsException>(() => world.Study());

        fault.Code.ShouldBe("AN4001");
        fault.Remedy.ShouldBe("Periods with data: 2026-W41, 2026-W43.");
    }

    [Fact]
    public void Week_OfMonthlyData_IsRefused()
    {
        var world = new StudyWorld().Complain(30, Day(0));
        var request = new StudyRequest(Week, [], world.Settings, world.Facts() with { Precision = DatePrecision.Month });

        Should.Throw<AnalyticsException>(() => StudyRun.Execute(request, world.Source)).Code.ShouldBe("AN4003");
    }

    [Fact]
    public void Month_OfMonthlyData_IsStudied()
    {
        var world = new StudyWorld().Complain(30, new DateOnly(2026, 10, 1)).Complain(20, new DateOnly(2026, 9, 1));
        var request = new StudyRequest(
            ReportPeriod.Parse("2026-10"),
            [],
            world.Settings,
            world.Facts() with { Precision = DatePrecision.Month, CutOffUtc = new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc) });

        var kpi = Kpi(StudyRun.Execute(request, world.Source), KpiId.Complaints);

        (kpi.Current.Value, kpi.Change.Value).ShouldBe((30, 10));
    }

    [Fact]
    public void Scope_WithFewerComplaintsThanTheMinimumCell_IsRefused()
    {
        var world = new StudyWorld().Complain(30, Day(0), ("region", "north")).Complain(4, Day(0), ("region", "isle"));

        Should.Throw<AnalyticsException>(() => world.Study(Week, new Filter("region", ["isle"]))).Code.ShouldBe("AN4004");
    }

    [Fact]
    public void Scope_ThatNothingMatches_IsRefusedByName()
    {
        var fault = Should.Throw<AnalyticsException>(() => new StudyWorld().Complain(30, Day(0)).Study(Week, new Filter("region", ["nowhere"])));

        (fault.Code, fault.Problem.Contains("region=nowhere", StringComparison.Ordinal)).ShouldBe(("AN4001", true));
    }

    [Fact]
    public void Scope_WithASmallPeriodBefore_HidesThatPeriod()
    {
        var world = new StudyWorld().Complain(30, Day(0), ("region", "isle")).Complain(4, Day(1), ("region", "isle")).Complain(20, Day(2), ("region", "isle"));
        var kpi = Kpi(world.Study(Week, new Filter("region", ["isle"])), KpiId.Complaints);

        (kpi.Previous, kpi.Change).ShouldBe((Figure.Suppressed, Figure.Suppressed));
        kpi.TrailingMean.Value.ShouldBe(20);
    }

    private static Kpi Kpi(Report report, KpiId id) => report.Kpis.Single(k => k.Id == id);
}
