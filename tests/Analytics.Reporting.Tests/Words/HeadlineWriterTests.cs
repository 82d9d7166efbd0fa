using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Words;

public class HeadlineWriterTests
{
    [Fact]
    public void Headlines_OfTheSample_ReadAsSentencesInBothLanguages()
    {
        var report = SampleReport.Full();

        HeadlineWriter.Write(report, new ReportWords("zh-CN", report)).ShouldBe(
        [
            "万投比 26.74 件/万户，较上期上升 2.31，超出控制限（变差）。",
            "“上网速度慢”增加最多：1,204 件，较上期上升 344 件（区间 255–433）。",
            "“上网速度慢”占投诉 19.5%，前 9 类合计 81.5%（A类）。",
            "ARPU“(200, 400]”的投诉率为其余用户的 2.04 倍（1.87–2.21），以 5.1% 的用户占投诉 9.9%。",
            "到期 5,870 件中 5,528 件 48 小时内首复（94.2%），逾期未复 61 件。",
        ]);
        HeadlineWriter.Write(report, new ReportWords("en", report)).ShouldBe(
        [
            "Complaints per 10,000 subscribers: 26.74, up 2.31 on the period before; beyond the control limit on the bad side.",
            "\"Slow data\" grew most: 1,204 complaints, up 344 on the period before (interval 255–433).",
            "\"Slow data\" makes up 19.5% of complaints; the first 9 together 81.5% (class A).",
            "ARPU \"(200, 400]\" complains 2.04 times as often as everyone else (1.87–2.21): 9.9% of complaints from 5.1% of subscribers.",
            "Of 5,870 due cases 5,528 were answered within 48 hours (94.2%); 61 are overdue and unanswered.",
        ]);
    }

    public static TheoryData<string, HeadlineArgument[], string, string> OtherKeys { get; } = new()
    {
        {
            "rate-level", [new("kpi", Label: "Complaints"), new("value", 6184, MeasureUnit.Count)],
            "受理投诉件 6,184 件，暂无上期可比。",
            "Complaints received: 6,184; nothing to compare it with yet."
        },
        {
            "all-within", [new("count", 7, MeasureUnit.Count)],
            "本期有判定的 7 项指标均在正常波动内，无新增预警。",
            "All 7 measures with a verdict are within their normal variation; no new alert."
        },
        {
            "kpi-signal", [new("kpi", Label: "HandlingHoursP50"), new("value", 61.26, MeasureUnit.Hours), new("limit", 52.5, MeasureUnit.Hours)],
            "处理时长 P50 61.3 小时，超出控制限（变差）（界限 52.5 小时）。",
            "Handling time P50: 61.3 hours; beyond the control limit on the bad side (limit 52.5 hours)."
        },
        {
            "cause-association",
            [
                new("cause", Label: "信号弱"), new("column", Label: "region"), new("segment", Label: "宜昌"), new("count", 120, MeasureUnit.Count),
                new("expected", 74.4, MeasureUnit.Count),
            ],
            "“信号弱”与地市“宜昌”同期偏多：120 件，按独立应为 74 件。",
            "\"Weak signal\" coincides with Region \"Yichang\": 120 complaints where 74 would be expected."
        },
        {
            "survey-score",
            [
                new("item", Label: "总体满意度"), new("score", 78.42, MeasureUnit.Score), new("n", 1204, MeasureUnit.Count),
                new("change", -0.5, MeasureUnit.Score), new("lowestItem", Label: "投诉处理"), new("lowestScore", 61.32, MeasureUnit.Score),
            ],
            "总体满意度 78.42 分（n=1,204），较上期下降 0.50；最低项：投诉处理 61.32 分。",
            "Overall satisfaction: 78.42 of 100 (n = 1,204), down 0.50 on the period before; lowest: Complaint handling, 61.32."
        },
        {
            "satisfaction-index", [new("index", 71.1, MeasureUnit.Score), new("change", 0.51, MeasureUnit.Score)],
            "满意度指数 71.10，较上期上升 0.51。",
            "Satisfaction index 71.10, up 0.51 on the period before."
        },
        {
            "satisfaction-index-significant", [new("index", 71.1, MeasureUnit.Score), new("opponent", Label: "联通"), new("lead", 7.43, MeasureUnit.Score)],
            "满意度指数 71.10，领先联通 7.43 分（显著）。",
            "Satisfaction index 71.10; ahead of Unicom by 7.43 (significant)."
        },
        {
            "satisfaction-index-not-significant",
            [
                new("index", 71.1, MeasureUnit.Score), new("change", -0.5, MeasureUnit.Score), new("opponent", Label: "电信"),
                new("lead", -1.31, MeasureUnit.Score),
            ],
            "满意度指数 71.10，较上期下降 0.50，落后电信 1.31 分（不显著）。",
            "Satisfaction index 71.10, down 0.50 on the period before; behind Telecom by 1.31 (not significant)."
        },
        {
            "improve-first", [new("item", Label: "投诉处理"), new("effect", 0.31, MeasureUnit.Score), new("score", 61.1, MeasureUnit.Score)],
            "最应改善：投诉处理（得分 61.10，每提高 1 分指数约 +0.31）。",
            "Improve first: Complaint handling (score 61.10; +1 point there goes with about +0.31 of the index)."
        },
        {
            "improve-first", [new("item", Label: "投诉处理"), new("score", 61.1, MeasureUnit.Score)],
            "最应改善：投诉处理（得分 61.10）。",
            "Improve first: Complaint handling (score 61.10)."
        },
        {
            "model-held-back", [new("findings", 3, MeasureUnit.Count)],
            "模型未通过信效度检验（3 项），仅报告得分。",
            "The model misses 3 reliability and validity tests: scores only."
        },
        {
            "top-causes",
            [
                new("cause", Label: "信号弱"), new("share", Unit: MeasureUnit.Share), new("items", 3, MeasureUnit.Count),
                new("cumulative", 0.8, MeasureUnit.Share),
            ],
            "“信号弱”占投诉 —，前 3 类合计 80.0%（A类）。",
            "\"Weak signal\" makes up — of complaints; the first 3 together 80.0% (class A)."
        },
    };

    [Theory]
    [MemberData(nameof(OtherKeys))]
    public void Headline_OfAnyKey_ReadsAsASentence(string key, HeadlineArgument[] arguments, string chinese, string english)
    {
        var report = SampleReport.Full();
        var headline = new Headline(key, Signal.Worse, arguments);

        HeadlineWriter.Sentence(headline, new ReportWords("zh-CN", report)).ShouldBe(chinese);
        HeadlineWriter.Sentence(headline, new ReportWords("en", report)).ShouldBe(english);
    }

    [Theory]
    [InlineData(0.0123, "较上期上升 1.2 个百分点")]
    [InlineData(-0.0123, "较上期下降 1.2 个百分点")]
    [InlineData(-0.0004, "较上期持平")]
    public void Change_OfAShare_IsInPercentagePointsAndNeverASignedNothing(double change, string expected)
    {
        var report = SampleReport.Full();
        var headline = new Headline(
            "rate-change", Signal.Within,
            [new("kpi", Label: "EscalatedShare"), new("value", 0.0312, MeasureUnit.Share), new("change", change, MeasureUnit.Share)]);

        HeadlineWriter.Sentence(headline, new ReportWords("zh-CN", report)).ShouldBe($"升级投诉率 3.1%，{expected}，在正常波动内。");
    }

    [Fact]
    public void OptionalPart_ArgumentNotGiven_IsLeftOut()
    {
        var report = SampleReport.Full();
        var headline = new Headline(
            "survey-score", Signal.Within, [new("item", Label: "总体满意度"), new("score", 78.42, MeasureUnit.Score), new("n", 1204, MeasureUnit.Count)]);

        HeadlineWriter.Sentence(headline, new ReportWords("en", report)).ShouldBe("Overall satisfaction: 78.42 of 100 (n = 1,204).");
    }
}
