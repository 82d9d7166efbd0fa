namespace Analytics.Samples.Tests;

/// <summary>Naive counting over the files recovers what planted.json says.</summary>
public sealed class PlantedFactsTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    [Fact]
    public void Segment_OfEighteenToTwentyFour_ComplainsTwiceAsMuch()
    {
        sample.Planted.SegmentBand.ShouldBe("[18, 25)");
        var age = sample.Subscribers.ToDictionary(
            s => s["用户编号"],
            s => (Planted: s["年龄"].Length > 0 && int.Parse(s["年龄"]) is >= 18 and < 25, Activated: DateTime.Parse(s["入网日期"])));
        double inside = 0, outside = 0, insideWeeks = 0, outsideWeeks = 0;
        foreach (var complaint in sample.Complaints.Where(c => c["用户编号"].Length > 0))
        {
            _ = age[complaint["用户编号"]].Planted ? inside++ : outside++;
        }

        for (var week = SampleFixture.Settings.FirstWeek.Start; week < SampleFixture.Settings.LastWeek.End; week = week.AddDays(7))
        {
            var middle = week.AddDays(3).ToDateTime(TimeOnly.MinValue);
            insideWeeks += age.Values.Count(a => a.Planted && a.Activated <= middle);
            outsideWeeks += age.Values.Count(a => !a.Planted && a.Activated <= middle);
        }

        var ratio = inside / insideWeeks / (outside / outsideWeeks);
        ratio.ShouldBe(sample.Planted.SegmentRateRatio, 4 * 2 * Math.Sqrt((1 / inside) + (1 / outside)) * 1.1);
    }

    [Fact]
    public void Incident_InItsCityAndWeek_MultipliesItsCategory()
    {
        var week = SampleFixture.Settings.Weeks - 1 - SampleFixture.Settings.IncidentWeeksBack;
        SampleFixture.Settings.FirstWeek.Add(week).ToString().ShouldBe(sample.Planted.IncidentWeek);
        var perWeek = new double[SampleFixture.Settings.Weeks];
        foreach (var complaint in sample.Complaints.Where(c => c["地市"] == sample.Planted.IncidentRegion && c["一级原因"] == sample.Planted.IncidentCategory))
        {
            perWeek[SampleFixture.Week(complaint["受理时间"])]++;
        }

        var usual = perWeek.Take(week).Average();
        (perWeek[week] / usual).ShouldBe(sample.Planted.IncidentTimes, 2);
        perWeek.Index().MaxBy(p => p.Item).Index.ShouldBe(week);
    }

    [Fact]
    public void GrowingCause_FromItsFirstWeek_MultipliesEveryWeek()
    {
        var perWeek = new double[SampleFixture.Settings.Weeks];
        foreach (var complaint in sample.Complaints.Where(c => c["二级原因"] == sample.Planted.GrowingCause))
        {
            perWeek[SampleFixture.Week(complaint["受理时间"])]++;
        }

        SampleFixture.Settings.LastWeek.Add(1 - PlantedFacts.GrowthWeeks).ToString().ShouldBe(sample.Planted.GrowingSince);
        var before = perWeek.Take(SampleFixture.Settings.Weeks - PlantedFacts.GrowthWeeks).Average();
        var grown = Math.Log(perWeek[^1] / before) / Math.Log(sample.Planted.GrowingCausePerWeek);
        grown.ShouldBe(PlantedFacts.GrowthWeeks, 0.7);
    }

    [Fact]
    public void Repeats_WithinThirtyDays_HaveTheirShare()
    {
        var last = new Dictionary<(string, string), DateTime>();
        var repeats = 0;
        foreach (var complaint in sample.Complaints.Where(c => c["用户编号"].Length > 0))
        {
            var key = (complaint["用户编号"], complaint["二级原因"]);
            var received = SampleFixture.Moment(complaint["受理时间"]);
            repeats += last.TryGetValue(key, out var earlier) && (received - earlier).TotalDays <= 30 ? 1 : 0;
            last[key] = received;
        }

        (repeats / (double)sample.Complaints.Count).ShouldBe(sample.Planted.RepeatedShare, 0.02);
    }

    [Fact]
    public void Survey_AnswersOfOneOperator_CorrelateAsThePathsImply()
    {
        var answers = sample.Survey.Where(a => a["运营商"] != "移动").ToList();
        var items = sample.Planted.Items.ToDictionary(i => i.Item);

        // A construct with one predecessor correlates with it by its path; items by the product with both loadings, less what rounding to 1–10 takes.
        var path = sample.Planted.Paths.Single(p => p.To == "预期").Coefficient;
        Correlation(answers, "广告宣传", "总体预期").ShouldBe(items["广告宣传"].Loading * items["总体预期"].Loading * path, 0.05);
        Correlation(answers, "总体满意度", "与预期相比").ShouldBe(items["总体满意度"].Loading * items["与预期相比"].Loading, 0.06);
        sample.Planted.Paths.Count.ShouldBe(14);
        sample.Planted.Items.Select(i => i.Item).ShouldContain(sample.Planted.OverallItem);
    }

    [Fact]
    public void Survey_Weights_RestoreTheBrandShares()
    {
        var own = sample.Survey.Where(a => a["运营商"] == "移动").ToList();
        var total = own.Sum(a => SampleFixture.Number(a["权重"]));
        var share = own.Where(a => a["品牌"] == "神州行").Sum(a => SampleFixture.Number(a["权重"])) / total;
        share.ShouldBe(0.55, 0.02);
        (own.Count(a => a["品牌"] == "神州行") / (double)own.Count).ShouldBe(1 / 3.0, 0.02);
    }

    private static double Correlation(List<IDictionary<string, string>> rows, string x, string y)
    {
        var pairs = rows.Where(r => r[x].Length > 0 && r[y].Length > 0).Select(r => (X: SampleFixture.Number(r[x]), Y: SampleFixture.Number(r[y]))).ToList();
        double meanX = pairs.Average(p => p.X), meanY = pairs.Average(p => p.Y);
        return pairs.Sum(p => (p.X - meanX) * (p.Y - meanY)) / Math.Sqrt(pairs.Sum(p => Math.Pow(p.X - meanX, 2)) * pairs.Sum(p => Math.Pow(p.Y - meanY, 2)));
    }
}
