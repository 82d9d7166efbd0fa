using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Study.Rounds;
using Analytics.Study.Segmentation;
using Analytics.Study.Tests.Rounds;
using static Analytics.Study.Tests.Rounds.StudyWorld;

namespace Analytics.Study.Tests.Sections;

public class SegmentTests
{
    private static readonly StudySettings ByRegion = new() { Segments = [new SegmentDefinition("region")], HeatMaps = [], CauseBy = [] };

    [Fact]
    public void Segment_RatesRatiosAndResiduals_AreThoseComputedByHand()
    {
        var table = TwoRegions().Study().Segments.Single();

        table.Rows.Select(r => r.Label).ShouldBe(["north", "south", ""]);
        table.Rows.Select(r => r.Complaints.Value).ShouldBe([60, 40, 20]);
        table.Rows.Select(r => r.ShareOfComplaints.Value).ShouldBe([0.5, 40 / 120.0, 20 / 120.0]);
        (table.TotalComplaints, table.TotalSubscribers).ShouldBe((120, 40_000));
        var north = table.Rows[0];
        north.ComplaintsPer10k.Value.ShouldBe(60);
        north.RateRatio.Value!.Value.ShouldBe(4.5, 1e-12);
        north.ContributionIndex.Value!.Value.ShouldBe(0.6 / 0.25, 1e-12);
        north.AdjustedResidual.Value!.Value.ShouldBe((60 - 25) / Math.Sqrt(25 * 0.75), 1e-12);
        north.Survives.ShouldBeTrue();
        table.ChiSquare.Value!.Value.ShouldBe((35 * 35 / 25.0) + (35 * 35 / 75.0), 1e-9);
    }

    [Fact]
    public void Segment_UnknownRow_ComesLastAndHasNoRate()
    {
        var unknown = TwoRegions().Study().Segments.Single().Rows[^1];

        (unknown.Label, unknown.Complaints.Value).ShouldBe(("", 20));
        unknown.ComplaintsPer10k.ShouldBe(Figure.Absent(AbsenceReasons.NoSuchField));
        unknown.AdjustedPValue.State.ShouldBe(FigureState.Absent);
    }

    [Fact]
    public void Segment_WithoutBase_HasSharesAndNoRates()
    {
        var row = new StudyWorld { Settings = ByRegion }.Complain(60, Day(0), ("region", "north"))
            .Complain(40, Day(0), ("region", "south")).Study().Segments.Single().Rows[0];

        row.ShareOfComplaints.Value.ShouldBe(0.6);
        row.ComplaintsPer10k.ShouldBe(Figure.Absent(AbsenceReasons.NoSubscribers));
        row.Subscribers.ShouldBe(Figure.Absent(AbsenceReasons.NoSubscribers));
    }

    [Fact]
    public void Segment_OfAComplaintsOwnColumn_HasNoRateThoughThereIsABase()
    {
        var world = new StudyWorld { Settings = ByRegion with { Segments = [new SegmentDefinition("channel")] } }
            .Complain(60, Day(0), ("channel", "phone")).Complain(40, Day(0), ("channel", "web")).Subscribe(1000, Day(0));

        world.Study().Segments.Single().Rows[0].ComplaintsPer10k.ShouldBe(Figure.Absent(AbsenceReasons.NoSuchField));
    }

    [Fact]
    public void Segment_NobodyLinked_IsNotComputedRatherThanZero()
    {
        var world = new StudyWorld { Settings = new() { Segments = [StudySettings.DefaultSegments[0]], HeatMaps = [], CauseBy = [] } }
            .Complain(60, Day(0)).Subscribe(1000, Day(0), ("arpu", 30.0));

        var report = world.Study();

        report.Segments.ShouldBeEmpty();
        report.DataQuality.NotComputed.ShouldContain(new NotComputed("segment:arpu", AbsenceReasons.NoSubscriberLink));
    }

    [Fact]
    public void Segment_Bands_StayInOrderAndPrintTheirRule()
    {
        var world = new StudyWorld { Settings = new() { Segments = [StudySettings.DefaultSegments[0]], HeatMaps = [], CauseBy = [] } };
        foreach (var (arpu, complaints) in new[] { (10.0, 20), (50.0, 40), (51.0, 30), (500.0, 10) })
        {
            world.Complain(complaints, Day(0), ("arpu", arpu)).Subscribe(1000, Day(0), ("arpu", arpu));
        }

        var table = world.Study().Segments.Single();

        table.BandRule.ShouldBe("right-closed");
        table.Rows.Select(r => (r.Label, r.Complaints.Value))
            .ShouldBe([("≤20", 20), ("(20, 50]", 40), ("(50, 80]", 30), ("(80, 120]", 0), ("(120, 200]", 0), ("(200, 400]", 0), (">400", 10)]);
    }

    [Fact]
    public void Segment_SmallRow_IsHiddenTogetherWithTheNextSmallest()
    {
        var world = new StudyWorld { Settings = ByRegion };
        foreach (var (region, complaints) in new[] { ("north", 60), ("south", 40), ("west", 15), ("isle", 3) })
        {
            world.Complain(complaints, Day(0), ("region", region)).Subscribe(1000, Day(0), ("region", region));
        }

        var table = world.Study().Segments.Single();

        table.Rows.Select(r => (r.Label, r.Complaints.State))
            .ShouldBe([("north", FigureState.Known), ("south", FigureState.Known), ("west", FigureState.Suppressed), ("isle", FigureState.Suppressed)]);
        table.Rows[3].RateRatio.ShouldBe(Figure.Suppressed);
        table.Rows[0].RateRatio.Value!.Value.ShouldBe(1.5, 1e-12);
    }

    [Fact]
    public void Segment_VeryLongList_FoldsIntoARestThatTies()
    {
        var world = new StudyWorld { Settings = ByRegion with { Segments = [new SegmentDefinition("plan")] } };
        for (var i = 0; i < 60; i++)
        {
            world.Complain(i < 50 ? 100 - i : 2, Day(0), ("plan", $"p{i:00}"));
        }

        var report = world.Study();
        var table = report.Segments.Single();

        table.Rows.Count.ShouldBe(ColumnQuestions.MaximumRows);
        table.Rows[^1].Label.ShouldBe(SegmentRow.Rest);
        table.Rows.Sum(r => r.Complaints.Value).ShouldBe(table.TotalComplaints);
        report.DataQuality.Checks.ShouldAllBe(c => c.Ties);
    }

    [Fact]
    public void HeatMap_RatesAndResiduals_AreThoseOfTheCells()
    {
        var world = new StudyWorld { Settings = new() { Segments = [new("region"), new("gender")], HeatMaps = [("region", "gender")], CauseBy = [] } };
        foreach (var (region, gender, complaints) in new[] { ("n", "f", 40), ("n", "m", 20), ("s", "f", 20), ("s", "m", 20) })
        {
            world.Complain(complaints, Day(0), ("region", region), ("gender", gender)).Subscribe(1000, Day(0), ("region", region), ("gender", gender));
        }

        var map = world.Study().HeatMaps.Single();

        map.Unit.ShouldBe(MeasureUnit.Per10k);
        (map.RowLabels[0], map.ColumnLabels[0]).ShouldBe(("n", "f"));
        map.Cells[0][0].Value.Value.ShouldBe(400);
        map.Cells[0][0].AdjustedResidual.Value!.Value.ShouldBe((40 - 25) / Math.Sqrt(25 * 0.75), 1e-12);
    }

    [Fact]
    public void SegmentStudy_OwnBands_GivesTablesMapAndClusters()
    {
        var world = TwoByTwo();
        var request = new SegmentRequest(
            Week,
            [],
            [new("arpu", new BandSet("arpu", [50])), new("age", new BandSet("age", [40], RightClosed: false))],
            TwoWay: true,
            Clusters: 2,
            world.Settings,
            world.Facts());

        var result = SegmentStudy.Execute(request, world.Source);

        result.Tables.Select(t => t.Column).ShouldBe(["arpu", "age"]);
        result.Map!.Cells[1][1].Complaints.Value.ShouldBe(60);
        result.Clusters.Select(c => (c.Complaints.Value, c.Subscribers.Value, c.Profile[0].Band)).ShouldBe([(40, 3000, "≤50"), (60, 1000, ">50")]);
        result.Clusters[1].RateRatio.Value!.Value.ShouldBe(4.5, 1e-9);
        result.Checks.ShouldAllBe(c => c.Ties);
    }

    [Theory]
    [InlineData(0, false, null)]
    [InlineData(1, true, null)]
    [InlineData(1, false, 1)]
    public void SegmentStudy_WrongRequest_SaysWhat(int columns, bool twoWay, int? clusters)
    {
        var world = TwoByTwo();
        SegmentDefinition[] by = [.. new SegmentDefinition[] { new("region") }.Take(columns)];

        Should.Throw<AnalyticsException>(
            () => SegmentStudy.Execute(new SegmentRequest(Week, [], by, twoWay, clusters, world.Settings, world.Facts()), world.Source))
            .Code.ShouldBe("AN4005");
    }

    private static StudyWorld TwoRegions() => new StudyWorld { Settings = ByRegion }
        .Complain(60, Day(0), ("region", "north")).Complain(40, Day(0), ("region", "south")).Complain(20, Day(0))
        .Subscribe(10_000, Day(0), ("region", "north")).Subscribe(30_000, Day(0), ("region", "south"));

    private static StudyWorld TwoByTwo() => new StudyWorld()
        .Complain(40, Day(0), ("arpu", 30.0), ("age", 20.0)).Complain(60, Day(0), ("arpu", 90.0), ("age", 60.0))
        .Subscribe(3000, Day(0), ("arpu", 30.0), ("age", 20.0)).Subscribe(1000, Day(0), ("arpu", 90.0), ("age", 60.0));
}
