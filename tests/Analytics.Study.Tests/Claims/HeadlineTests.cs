using Analytics.Core.Reports;
using Analytics.Study.Claims;
using Analytics.Study.Tests.Rounds;
using static Analytics.Study.Tests.Rounds.StudyWorld;

namespace Analytics.Study.Tests.Claims;

public class HeadlineTests
{
    [Fact]
    public void Headlines_RateSegmentGrowthAndCauses_InThatOrder()
    {
        var world = new StudyWorld { Settings = new() { Segments = [new("region")], HeatMaps = [], CauseBy = [] } };
        world.Complain(60, Day(0), ("region", "north"), ("cause", "A"))
            .Complain(40, Day(0), ("region", "south"), ("cause", "B")).Complain(20, Day(1), ("cause", "A")).Complain(40, Day(1), ("cause", "B"))
            .Subscribe(10_000, Day(4), ("region", "north")).Subscribe(30_000, Day(4), ("region", "south"));

        var headlines = world.Study().Headlines;

        headlines.Select(h => h.Key).ShouldBe([HeadlineKeys.RateChange, HeadlineKeys.SegmentRate, HeadlineKeys.GrowingCause, HeadlineKeys.TopCauses]);
        Argument(headlines[0], "kpi").Label.ShouldBe("ComplaintsPer10kSubscribers");
        Argument(headlines[0], "change").Number!.Value.ShouldBe(10, 1e-9);
        (Argument(headlines[1], "column").Label, Argument(headlines[1], "segment").Label, Argument(headlines[1], "ratio").Number)
            .ShouldBe(("region", "north", 4.5));
        (Argument(headlines[2], "cause").Label, Argument(headlines[2], "change").Number).ShouldBe(("A", 40));
        (Argument(headlines[3], "cause").Label, Argument(headlines[3], "share").Number, Argument(headlines[3], "items").Number).ShouldBe(("A", 0.6, 2));
    }

    [Fact]
    public void Headlines_EverythingWithin_SaySo()
    {
        var world = new StudyWorld { Settings = new() { Segments = [], HeatMaps = [], CauseBy = [] } }.Complain(100, Day(0));
        for (var week = 1; week <= 8; week++)
        {
            world.Complain(week % 2 == 0 ? 90 : 110, Day(week));
        }

        world.Study().Headlines.Select(h => (h.Key, h.Signal)).ShouldBe([(HeadlineKeys.RateChange, Signal.Within), (HeadlineKeys.AllWithin, Signal.Within)]);
    }

    [Fact]
    public void Headlines_MoreThanFive_KeepThoseWithASignal()
    {
        var world = new StudyWorld { Settings = new() { Segments = [new("region")], HeatMaps = [], CauseBy = [] } };
        for (var week = 0; week <= 8; week++)
        {
            world.Complain(week == 0 ? 90 : 60, Day(week), ("region", "north"), ("cause", "A"), ("first_reply_hours", 5.0), ("open_hours", 100.0))
                .Complain(
                    week % 2 == 0 ? 40 : 44,
                    Day(week),
                    ("region", "south"),
                    ("cause", "B"),
                    ("first_reply_hours", week == 0 ? 90.0 : 5.0),
                    ("open_hours", 100.0))
                .Respond(30, Day(week), "overall", week % 2 == 0 ? 8 : 9);
        }

        world.Subscribe(10_000, Day(9), ("region", "north")).Subscribe(30_000, Day(9), ("region", "south"));

        var headlines = world.Study().Headlines;

        headlines.Count.ShouldBe(HeadlineChoice.Most);
        headlines.Select(h => h.Key)
            .ShouldBe([HeadlineKeys.RateChange, HeadlineKeys.KpiSignal, HeadlineKeys.SegmentRate, HeadlineKeys.GrowingCause, HeadlineKeys.FirstReply]);
    }

    [Fact]
    public void Headlines_NoBase_NameTheAssociation()
    {
        var world = new StudyWorld { Settings = new() { Segments = [], HeatMaps = [], CauseBy = ["channel"] } }
            .Complain(90, Day(0), ("cause", "A"), ("channel", "web")).Complain(30, Day(0), ("cause", "A"), ("channel", "shop"))
            .Complain(30, Day(0), ("cause", "B"), ("channel", "web")).Complain(50, Day(0), ("cause", "B"), ("channel", "shop"));

        var headline = world.Study().Headlines.Single(h => h.Key == HeadlineKeys.CauseAssociation);

        (Argument(headline, "cause").Label, Argument(headline, "segment").Label, Argument(headline, "count").Number, Argument(headline, "expected").Number)
            .ShouldBe(("A", "web", 90, 120 * 120 / 200.0));
    }

    private static HeadlineArgument Argument(Headline headline, string name) => headline.Arguments.Single(a => a.Name == name);
}
