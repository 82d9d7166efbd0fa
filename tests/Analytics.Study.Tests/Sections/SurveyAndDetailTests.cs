using Analytics.Core.Reports;
using Analytics.Study.Tests.Rounds;
using static Analytics.Study.Tests.Rounds.StudyWorld;

namespace Analytics.Study.Tests.Sections;

public class SurveyAndDetailTests
{
    [Fact]
    public void Survey_ItemAndOperators_HaveScoreTopTwoAndPrevious()
    {
        var rows = new StudyWorld()
            .Respond(30, Day(0), "overall", 10, ("operator", "mobile")).Respond(10, Day(0), "overall", 7, ("operator", "mobile"))
            .Respond(20, Day(0), "overall", 9, ("operator", "unicom")).Respond(40, Day(1), "overall", 5.5)
            .Study().Survey;

        rows.Select(r => (r.Item, r.Group, r.Score.N, r.TopTwoBox.Value))
            .ShouldBe([("overall", null, 60, 50 / 60.0), ("overall", "mobile", 40, 0.75), ("overall", "unicom", 20, 1)]);
        rows[1].Score.Value!.Value.ShouldBe((9.25 - 1) / 9 * 100, 1e-9);
        rows[0].Previous.Value!.Value.ShouldBe(50, 1e-9);

        // R: x <- rep(c(10, 7), c(30, 10)); t.test((x - 1) / 9 * 100)$conf.int -> 86.99172 96.34161
        rows[1].Score.Lower!.Value.ShouldBe(86.99172, 1e-4);
    }

    [Fact]
    public void Survey_SmallOperator_IsHiddenTogetherWithAnother()
    {
        var rows = new StudyWorld()
            .Respond(40, Day(0), "overall", 10, ("operator", "mobile"))
                .Respond(4, Day(0), "overall", 3, ("operator", "unicom")).Respond(20, Day(0), "overall", 9, ("operator", "telecom"))
            .Study().Survey;

        rows.Select(r => (r.Group, r.Score.State))
            .ShouldBe([(null, FigureState.Known), ("mobile", FigureState.Known), ("telecom", FigureState.Suppressed), ("unicom", FigureState.Suppressed)]);
    }

    [Fact]
    public void Survey_NoScale_SaysSo()
    {
        var world = new StudyWorld().Respond(40, Day(0), "overall", 10);
        world.Scales.Clear();

        world.Study().Survey.Single().Score.ShouldBe(Figure.Absent(AbsenceReasons.ScaleUnknown));
    }

    [Fact]
    public void Survey_AloneWithoutComplaints_IsReported()
    {
        var report = new StudyWorld().Respond(40, Day(0), "overall", 8).Study();

        report.Kpis[0].Current.ShouldBe(Figure.Absent(AbsenceReasons.NoDataInPeriod));
        report.Headlines.Select(h => h.Key).ShouldBe(["survey-score"]);
    }

    [Fact]
    public void Details_TextAndSubscriber_AreMasked()
    {
        var row = new StudyWorld()
            .Complain(
                20,
                Day(0),
                ("cause", "A"),
                ("subscriber", "0123456789abcdef0123456789abcdef"),
                ("text", "call 13812345678 or 555-123-4567, order 12345, 2026-11-09"))
            .Study().Details.Rows[0];

        (row.CaseId, row.Subscriber).ShouldBe(("#1", "01234567"));
        row.Text.ShouldBe("call *********** or ************, order 12345, 2026-11-09");
        row.ReceivedAt.ShouldBe(new DateTime(2026, 11, 9, 12, 0, 0));
    }

    [Fact]
    public void Details_LongText_IsCutToFiveHundredCharacters()
    {
        var text = new StudyWorld().Complain(20, Day(0), ("text", string.Concat(Enumerable.Repeat("😀", 400)))).Study().Details.Rows[0].Text!;

        text.Length.ShouldBeLessThanOrEqualTo(500);
        char.IsHighSurrogate(text[^2]).ShouldBeFalse();
        text.ShouldEndWith("…");
    }

    [Fact]
    public void Details_HiddenCell_HidesTheRegionAndTheSubscriber()
    {
        var world = new StudyWorld { Settings = new() { Segments = [], HeatMaps = [], CauseBy = ["region"] } };
        foreach (
            var (cause, region, count) in new[]
            {
                ("A", "north", 40),
                ("A", "isle", 3),
                ("A", "south", 20),
                ("B", "north", 30),
                ("B", "isle", 30),
                ("B", "south", 50),
            })
        {
            world.Complain(count, Day(0), ("cause", cause), ("region", region), ("subscriber", $"{cause}{region}".PadRight(32, '0')));
        }

        var report = world.Study();

        var hidden = report.Details.Rows.Where(r => r.Region == DetailRow.Hidden).ToArray();
        hidden.ShouldAllBe(r => r.Subscriber == DetailRow.Hidden);
        hidden.Count(r => r.Cause == "A").ShouldBe(23);
        report.Details.Rows.ShouldNotContain(r => r.Cause == "A" && r.Region == "isle");
        report.DataQuality.SuppressedCells.ShouldBe(4);
    }

    [Fact]
    public void Details_MoreThanTheLimit_AreCounted()
    {
        var details = new StudyWorld { Settings = new() { DetailRows = 5 } }.Complain(20, Day(0)).Study().Details;

        (details.Rows.Count, details.TotalRows).ShouldBe((5, 20));
    }
}
