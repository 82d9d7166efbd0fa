using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Study.Tests.Rounds;
using static Analytics.Study.Tests.Rounds.StudyWorld;

namespace Analytics.Study.Tests.Sections;

public class CauseTests
{
    private static readonly StudySettings Plain = new() { Segments = [], HeatMaps = [], CauseBy = [], BootstrapResamples = 200 };

    [Fact]
    public void Pareto_TiedCauses_ShareRankAndClass()
    {
        var pareto = Pareto(Causes(("A", 50), ("B", 30), ("D", 10), ("C", 10)).Study(), "cause", ParetoMeasure.Count);

        pareto.Items.Select(i => (i.Label, i.Rank, i.Value, i.CumulativeShare, i.Class)).ShouldBe(
            [("A", 1, 50, 0.5, ParetoClass.A), ("B", 2, 30, 0.8, ParetoClass.A), ("C", 3, 10, 0.9, ParetoClass.B), ("D", 3, 10, 1, ParetoClass.B)]);
        pareto.Items[0].ProbabilityInA.Value.ShouldBe(1);
    }

    [Fact]
    public void Pareto_SmallCause_IsMergedWithTheNextSmallestAndComesLast()
    {
        var pareto = Pareto(Causes(("A", 50), ("B", 30), ("C", 12), ("D", 3)).Study(), "cause", ParetoMeasure.Count);

        pareto.Items.Select(i => (i.Label, i.Merged, i.Rank, i.Value)).ShouldBe([("A", 1, 1, 50), ("B", 1, 2, 30), (null, 2, 0, 15)]);
        pareto.Items[^1].CumulativeShare.ShouldBe(1);
    }

    [Fact]
    public void Pareto_MoreCausesThanBars_MergesAtLeastTwo()
    {
        var pareto = Pareto(Causes([.. Enumerable.Range(0, 18).Select(i => ($"c{i:00}", 100 - i))]).Study(), "cause", ParetoMeasure.Count);

        pareto.Items.Count.ShouldBe(16);
        (pareto.Items[^1].Label, pareto.Items[^1].Merged).ShouldBe((null, 3));
        pareto.Items.Sum(i => i.Value).ShouldBe(pareto.Total);
    }

    [Fact]
    public void Pareto_ByIncrease_ListsOnlyCausesThatGrew()
    {
        var world = Causes(("A", 50), ("B", 60), ("C", 40));
        world.Complain(20, Day(1), ("cause", "A")).Complain(70, Day(1), ("cause", "B")).Complain(30, Day(1), ("cause", "C"));

        var pareto = Pareto(world.Study(), "cause", ParetoMeasure.Increase);

        pareto.Items.Select(i => (i.Label, i.Value)).ShouldBe([("A", 30), ("C", 10)]);
        pareto.Total.ShouldBe(40);
    }

    [Fact]
    public void Pareto_ByEscalationsRefundsAndHours_WhereTheDataHaveThem()
    {
        var world = new StudyWorld { Settings = Plain }
            .Complain(20, Day(0), ("cause", "A"), ("is_escalated", "true"), ("refund_paid", 5.0), ("handling_hours", 2.0))
            .Complain(30, Day(0), ("cause", "B"), ("is_escalated", "false"), ("refund_paid", 1.0), ("handling_hours", 10.0))
            .Complain(15, Day(0), ("cause", "C"), ("is_escalated", "true"), ("refund_paid", 0.0));

        var report = world.Study();

        Pareto(report, "cause", ParetoMeasure.Escalations).Items.Select(i => (i.Label, i.Value)).ShouldBe([("A", 20), ("C", 15)]);
        Pareto(report, "cause", ParetoMeasure.Refund).Items.Select(i => (i.Label, i.Value)).ShouldBe([("A", 100), ("B", 30)]);
        Pareto(report, "cause", ParetoMeasure.HandlingHours).Items.Select(i => (i.Label, i.Value)).ShouldBe([("B", 300), ("A", 40)]);
    }

    [Fact]
    public void Pareto_FieldNeverFilled_IsNotComputed() =>
        Causes(("A", 50), ("B", 30)).Study().DataQuality.NotComputed.ShouldContain(new NotComputed("pareto:Refund", AbsenceReasons.NoSuchField));

    [Fact]
    public void Tree_HasCountsChangeAndMergedRest()
    {
        var world = new StudyWorld { Settings = Plain }
            .Complain(50, Day(0), ("category", "K"), ("cause", "A"))
                .Complain(20, Day(0), ("category", "K"), ("cause", "B")).Complain(4, Day(0), ("category", "K"), ("cause", "C"))
            .Complain(30, Day(0), ("category", "L"), ("cause", "D")).Complain(26, Day(0), ("category", "L"), ("cause", "E"))
            .Complain(40, Day(1), ("category", "K"), ("cause", "A")).Complain(30, Day(1), ("category", "L"), ("cause", "D"));

        var tree = world.Study().Causes;

        tree.Select(n => (n.Label, n.Complaints.Value, n.Previous.Value, n.Change.Value)).ShouldBe([("K", 74, 40, 34), ("L", 56, 30, 26)]);
        tree[0].Children.Select(n => (n.Label, n.Complaints.Value)).ShouldBe([("A", 50), (null, 24)]);
        tree[1].Children.Select(n => (n.Label, n.Complaints.Value, n.Change.Value)).ShouldBe([("D", 30, 0), ("E", 26, 26)]);
        tree[0].Share.Value.ShouldBe(74 / 130.0);

        // R: difference of exact Poisson intervals, Zou and Donner 2008: 34 - sqrt((74-58.106)^2 + (54.469-40)^2)
        tree[0].Change.Lower!.Value.ShouldBe(34 - Math.Sqrt(Math.Pow(74 - 58.1061, 2) + Math.Pow(54.4686 - 40, 2)), 1e-3);
    }

    [Fact]
    public void Tree_NoCausesAtAll_HasCategoriesOnly()
    {
        var report = new StudyWorld { Settings = Plain }.Complain(50, Day(0), ("category", "K")).Complain(30, Day(0), ("category", "L")).Study();

        report.Causes.Select(n => (n.Label, n.Children.Count)).ShouldBe([("K", 0), ("L", 0)]);
        report.DataQuality.NotComputed.ShouldContain(new NotComputed("pareto:cause", AbsenceReasons.NoSuchField));
    }

    [Fact]
    public void Tree_EverythingMissing_StillReports()
    {
        var report = new StudyWorld().Complain(50, Day(0)).Study();

        report.Causes.Select(n => (n.Label, n.Complaints.Value)).ShouldBe([("", 50)]);
        report.Paretos.ShouldBeEmpty();
        report.Segments.ShouldBeEmpty();
        report.Headlines.Select(h => h.Key).ShouldBe(["rate-level"]);
    }

    [Fact]
    public void Association_AgrestisTable_HasItsPublishedResiduals()
    {
        // Agresti, Categorical Data Analysis (2007), table 2.5: gender by party, adjusted residuals 4.50, 0.70, -5.32
        var world = new StudyWorld { Settings = Plain with { CauseBy = ["channel"] } };
        foreach (
            var (cause, channel, count) in new[]
            {
                ("F", "dem", 762),
                ("F", "ind", 327),
                ("F", "rep", 468),
                ("M", "dem", 484),
                ("M", "ind", 239),
                ("M", "rep", 477),
            })
        {
            world.Complain(count, Day(0), ("cause", cause), ("channel", channel));
        }

        var table = world.Study().Associations.Single();

        table.ColumnLabels.ShouldBe(["dem", "rep", "ind"]);
        table.Cells[0][0].AdjustedResidual.Value!.Value.ShouldBe(4.502054, 1e-6);
        table.Cells[0][2].AdjustedResidual.Value!.Value.ShouldBe(0.699452, 1e-6);
        table.Cells[0][1].AdjustedResidual.Value!.Value.ShouldBe(-5.315946, 1e-6);
        table.ChiSquare.Value!.Value.ShouldBe(30.0701, 1e-4);
        (table.Cells[0][0].Survives, table.Cells[0][2].Survives).ShouldBe((true, false));
    }

    [Fact]
    public void Resolutions_HaveSharesOfThoseKnownAndTheMedianOfThoseClosed()
    {
        var world = new StudyWorld { Settings = Plain };
        world.Scales["satisfaction"] = new(1, 10);
        world.Complain(15, Day(0), ("cause", "A"), ("resolution", "refund"), ("is_accepted", "true"), ("satisfaction", 9.0), ("handling_hours", 4.0))
            .Complain(5, Day(0), ("cause", "A"), ("resolution", "refund"), ("is_accepted", "false"), ("satisfaction", 2.0), ("handling_hours", 10.0))
            .Complain(30, Day(0), ("cause", "A"), ("resolution", "repair"))
            .Complain(25, Day(0), ("cause", "B"), ("resolution", "repair"), ("handling_hours", 6.0));

        var rows = world.Study().Resolutions;

        rows.Select(r => (r.Cause, r.Resolution, r.Complaints.Value, r.AcceptedShare.Value, r.SatisfiedShare.Value, r.MedianHandlingHours.Value)).ShouldBe(
            [("A", "repair", 30, null, null, null), ("A", "refund", 20, 0.75, 0.75, 4), ("B", "repair", 25, null, null, 6)]);
    }

    private static StudyWorld Causes(params (string Cause, int Count)[] causes)
    {
        var world = new StudyWorld { Settings = Plain };
        foreach (var (cause, count) in causes)
        {
            world.Complain(count, Day(0), ("cause", cause));
        }

        return world;
    }

    private static ParetoTable Pareto(Report report, string level, ParetoMeasure measure) =>
        report.Paretos.Single(p => p.Level == level && p.Measure == measure);
}
