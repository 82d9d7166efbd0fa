using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Analytics.Core;
using Analytics.Core.Periods;

namespace Analytics.Samples.Tests;

public sealed class SampleGeneratorTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private static readonly SampleSettings Small = new() { Subscribers = 3_000, Weeks = 4, ComplaintsPerWeek = 200, SurveyPerWeek = 50, IncidentWeeksBack = 1 };

    [Fact]
    public void Write_SameSettings_SameBytes()
    {
        var first = Bytes(Small);
        var second = Bytes(Small);
        second.Keys.ShouldBe(first.Keys);
        first.Count.ShouldBe(7);
        first.ShouldAllBe(file => file.Value.SequenceEqual(second[file.Key]));
    }

    [Fact]
    public void Write_AnotherSeed_OtherRows()
    {
        var first = Bytes(Small);
        var second = Bytes(Small with { Seed = 7 });
        first["subscribers.csv.gz"].ShouldNotBe(second["subscribers.csv.gz"]);
        first["complaints.csv.gz"].ShouldNotBe(second["complaints.csv.gz"]);
        first["survey.csv.gz"].ShouldNotBe(second["survey.csv.gz"]);
    }

    [Fact]
    public void Write_MoreComplaintsAndWeeks_SameSubscribers() =>
        Bytes(Small with { ComplaintsPerWeek = 300, Weeks = 6 })["subscribers.csv.gz"].ShouldBe(Bytes(Small)["subscribers.csv.gz"]);

    [Fact]
    public void Write_Uncompressed_PlainCsvOfTheSameRows()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-sample-").FullName;
        try
        {
            var files = SampleGenerator.Write(Small with { Compress = false }, folder, cancellation: TestContext.Current.CancellationToken);
            Path.GetFileName(files.Subscribers).ShouldBe("subscribers.csv");
            File.ReadLines(files.Subscribers).Count().ShouldBe(3_001);
            files.SubscriberRows.ShouldBe(3_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Write_SettingsOutOfRange_NamesEveryFault()
    {
        var bad = new SampleSettings
        {
            Subscribers = 3, Weeks = 1, ComplaintsPerWeek = 0, SurveyPerWeek = -1, IncidentWeeksBack = 4,
            LastWeek = ReportPeriod.Parse("2026-10")
        };
        var fault = Should.Throw<AnalyticsException>(() => SampleGenerator.Write(bad, Path.GetTempPath()));
        fault.Code.ShouldBe("AN1301");
        fault.Kind.ShouldBe(FaultKind.Usage);
        new[]
        {
            "Subscribers must be 1,000 to 50,000,000, not 3", "Weeks", "ComplaintsPerWeek", "SurveyPerWeek", "IncidentWeeksBack", "2026-10"
        }.ShouldAllBe(part => fault.Problem.Contains(part));
    }

    [Fact]
    public void Write_FolderIsAFile_SaysSo()
    {
        var path = Path.GetTempFileName();
        Should.Throw<AnalyticsException>(() => SampleGenerator.Write(Small, path)).Code.ShouldBe("AN5205");
        File.Delete(path);
    }

    [Fact]
    public void Write_Counts_AreTheRowsOfTheFiles()
    {
        sample.Files.SubscriberRows.ShouldBe(sample.Subscribers.Count);
        sample.Files.ComplaintRows.ShouldBe(sample.Complaints.Count);
        sample.Files.SurveyRows.ShouldBe(sample.Survey.Count);
        sample.Complaints.Select(c => c["工单编号"]).Distinct().Count().ShouldBe(sample.Complaints.Count);
        sample.Subscribers.Select(s => s["用户编号"]).Distinct().Count().ShouldBe(sample.Subscribers.Count);
    }

    [Theory]
    [InlineData("全球通", 0.27)]
    [InlineData("动感地带", 0.18)]
    [InlineData("神州行", 0.55)]
    public void Subscribers_Brands_HaveTheirShares(string brand, double share) =>
        ShareOf("品牌", brand).ShouldBe(share, 4 * Math.Sqrt(share * (1 - share) / sample.Subscribers.Count));

    [Theory]
    [InlineData("武汉", 1374.0 / 5846)]
    [InlineData("宜昌", 392.0 / 5846)]
    [InlineData("天门", 111.0 / 5846)]
    public void Subscribers_Cities_HaveTheirShares(string city, double share) =>
        ShareOf("地市", city).ShouldBe(share, 4 * Math.Sqrt(share * (1 - share) / sample.Subscribers.Count));

    [Theory]
    [InlineData("全球通", 128)]
    [InlineData("动感地带", 58)]
    [InlineData("神州行", 37)]
    public void Subscribers_Arpu_HasItsBrandsMedian(string brand, double median)
    {
        var spend = sample.Subscribers.Where(s => s["品牌"] == brand).Select(s => SampleFixture.Number(s["当月ARPU"])).Order().ToArray();
        spend[spend.Length / 2].ShouldBe(median, 0.03 * median);
    }

    [Fact]
    public void Subscribers_Stars_FollowTheOperatorsRule()
    {
        foreach (var s in sample.Subscribers)
        {
            var years = (DateTime.Parse(s["统计日期"]) - DateTime.Parse(s["入网日期"])).TotalDays / 365.25;
            var spend = SampleFixture.Number(s["近三月平均ARPU"]);
            var points = (s["品牌"] == "全球通" ? 50 : s["品牌"] == "动感地带" ? 30 : 20)
                + (years < 1 ? 0 : years < 2 ? 50 : years < 3 ? 150 : years < 4 ? 200 : years < 5 ? 250 : 300)
                + (spend <= 20 ? 0 : spend <= 50 ? 20 : spend <= 80 ? 50 : spend <= 120 ? 100 : spend <= 200 ? 150 : spend <= 400 ? 200 : 250)
                - (100 * int.Parse(s["停机次数"]));
            var stars = points >= 500 ? "五星" : points >= 400 ? "四星" : points >= 300 ? "三星" : points >= 200 ? "二星" : points >= 100 ? "一星" : "无星级";
            s["星级"].ShouldBe(stars, s["用户编号"]);
        }
    }

    [Fact]
    public void Complaints_CauseTree_IsWideAndSkewed()
    {
        var causes = sample.Complaints.GroupBy(c => c["二级原因"])
            .Select(g => (g.Key, Count: g.Count(), Categories: g.Select(c => c["一级原因"]).Distinct().Count()))
            .OrderByDescending(g => g.Count)
            .ToList();
        sample.Complaints.Select(c => c["一级原因"]).Distinct().Count().ShouldBeGreaterThanOrEqualTo(8);
        causes.Count.ShouldBeGreaterThanOrEqualTo(45);
        causes.ShouldAllBe(c => c.Categories == 1);
        (causes.Take(causes.Count * 2 / 5).Sum(c => c.Count) / (double)sample.Complaints.Count).ShouldBeGreaterThan(0.7);
    }

    [Fact]
    public void Complaints_Moments_AreInOrderAndBeforeTheCutOff()
    {
        var end = SampleFixture.Settings.LastWeek.End.ToDateTime(TimeOnly.MinValue);
        foreach (var c in sample.Complaints)
        {
            var moments = new[] { c["受理时间"], c["首次回复时间"], c["办结时间"] }.Where(m => m.Length > 0).Select(SampleFixture.Moment).ToArray();
            moments.ShouldBe(moments.Order());
            moments[^1].ShouldBeLessThan(end);
            c["状态"].ShouldBe(c["办结时间"].Length > 0 ? "已办结" : c["首次回复时间"].Length > 0 ? "处理中" : "待回复");
        }

        sample.Complaints.Count(c => c["办结时间"].Length == 0).ShouldBeInRange(500, 5_000);
    }

    [Fact]
    public void Complaints_Refunds_AreTwiceTheErrorAndMostlyPaid()
    {
        var refunds = sample.Complaints.Where(c => c["应退金额"].Length > 0)
            .Select(c => (Due: SampleFixture.Number(c["应退金额"]), Paid: SampleFixture.Number(c["实退金额"])))
            .ToList();
        refunds.Count.ShouldBeGreaterThan(1_000);
        (refunds.Count(r => r.Paid == r.Due) / (double)refunds.Count).ShouldBe(0.94, 0.02);
        refunds.ShouldAllBe(r => r.Paid == r.Due || r.Paid == 0 || Math.Abs((2 * r.Paid) - r.Due) < 0.001);
    }

    [Fact]
    public void Complaints_Texts_VaryAndNameNobody()
    {
        var texts = sample.Complaints.Select(c => c["投诉内容"]).ToList();
        texts.Distinct().Count().ShouldBeGreaterThan(texts.Count / 2);
        texts.Count(t => t[0] is '=' or '+' or '@' or '-').ShouldBeInRange(50, 2_000);
        texts.ShouldContain(t => t.Contains('\n'));
        texts.ShouldContain(t => t.Contains("😡"));
        texts.ShouldContain(t => Regex.IsMatch(t, @"\d{11}"));
        texts.ShouldNotContain(t => Regex.IsMatch(t, @"1[3-9]\d{9}"));
    }

    [Fact]
    public void Write_Mappings_TranslateEveryLabelInOneWay()
    {
        var labels = new[] { sample.Files.SubscribersMapping, sample.Files.ComplaintsMapping, sample.Files.SurveyMapping }
            .SelectMany(path => JsonNode.Parse(File.ReadAllText(path))!["labels"]!["en"]!.AsObject())
                .Select(l => (l.Key, Value: l.Value!.GetValue<string>()))
                .Distinct()
                .ToList();
        labels.GroupBy(l => l.Key).Where(g => g.Count() > 1).ShouldBeEmpty();
        labels.ShouldAllBe(l => l.Value.All(char.IsAscii));
        var translated = labels.Select(l => l.Key).ToHashSet();
        string[] dimensions = ["性别", "地市", "品牌", "主套餐", "终端类型", "星级", "受理渠道", "一级原因", "二级原因", "服务环节", "投诉目的", "要求的解决方式", "解决方式", "状态", "运营商"];
        sample.Subscribers.Concat(sample.Complaints).Concat(sample.Survey)
            .SelectMany(row => row.Where(cell => dimensions.Contains(cell.Key) && cell.Value.Length > 0).Select(cell => cell.Value))
            .Distinct().Where(label => !translated.Contains(label)).ShouldBeEmpty();
    }

    private double ShareOf(string column, string value) => sample.Subscribers.Count(s => s[column] == value) / (double)sample.Subscribers.Count;

    private static SortedDictionary<string, byte[]> Bytes(SampleSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-sample-").FullName;
        try
        {
            SampleGenerator.Write(settings, folder, cancellation: TestContext.Current.CancellationToken);
            return new(Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
