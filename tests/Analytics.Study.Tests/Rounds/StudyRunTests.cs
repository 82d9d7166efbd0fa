using Analytics.Core.Reports;
using static Analytics.Study.Tests.Rounds.StudyWorld;

namespace Analytics.Study.Tests.Rounds;

public class StudyRunTests
{
    [Fact]
    public void Study_AsksTheSourceTwice()
    {
        var world = new StudyWorld().Complain(30, Day(0), ("cause", "A")).Complain(30, Day(0), ("cause", "B"));

        world.Study();

        world.Source.Calls.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public void Study_OneComplaint_PublishesTheCountAlone()
    {
        var report = new StudyWorld().Complain(1, Day(0), ("cause", "A"), ("category", "K"), ("region", "R")).Study();

        report.Kpis[0].Current.Value.ShouldBe(1);
        report.Segments.ShouldBeEmpty();
        report.Paretos.ShouldBeEmpty();
        report.Causes.ShouldBeEmpty();
        report.Details.Rows.ShouldBeEmpty();
        report.DataQuality.NotComputed.ShouldContain(new NotComputed("details", AbsenceReasons.TooFewCases));
        report.DataQuality.Checks.ShouldAllBe(c => c.Ties);
    }
}
