using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Words;

public class ReportWordsTests
{
    private static readonly Report Report = SampleReport.Full();

    [Fact]
    public void Labels_InEnglish_AreTranslatedThroughTheReport()
    {
        var words = new ReportWords("en", Report);

        string?[] stored = ["网络质量", "恩施", "", null, DetailRow.Hidden, SegmentRow.Rest, "(20, 50]", "true"];
        stored.Select(words.Label).ShouldBe(["Network quality", "恩施", "Unknown", "Other", "○ hidden", "All smaller ones", "(20, 50]", "Yes"]);
    }

    [Theory]
    [InlineData("zh-CN", "满意度周报_2026W46_全省_v1.xlsx")]
    [InlineData("en", "satisfaction_2026-W46_all_v1.xlsx")]
    public void WorkbookName_WholeBase_IsTheDesignsName(string language, string expected)
        => new ReportWords(language, Report).WorkbookName(1).ShouldBe(expected);

    [Fact]
    public void WorkbookName_ScopeWithReservedCharacters_IsAFileName()
    {
        var scoped = Report with { Header = SampleReport.Header([new Filter("region", ["武汉", "a/b:c"])]) };

        new ReportWords("en", scoped).WorkbookName(3).ShouldBe("satisfaction_2026-W46_Wuhan+a_b_c_v3.xlsx");
    }

    [Theory]
    [InlineData("zh-CN", "满意度周报", "2026年第46周", "地市 = 武汉、宜昌；性别 = 男")]
    [InlineData("en", "Weekly satisfaction report", "Week 46, 2026", "Region = Wuhan, Yichang; Gender = Male")]
    public void Words_OfOneReport_AreInItsLanguage(string language, string title, string period, string scope)
    {
        var words = new ReportWords(language, Report with { Header = SampleReport.Header([new Filter("region", ["武汉", "宜昌"]), new Filter("gender", ["男"])]) });

        (words.Title, words.Period("2026-W46"), words.Scope).ShouldBe((title, period, scope));
    }

    [Theory]
    [InlineData("zh-CN", "2026-03", "2026年3月")]
    [InlineData("en", "2026-03", "March 2026")]
    [InlineData("zh-CN", "2026-Q3", "2026年第3季度")]
    [InlineData("en", "2026-Q3", "Q3 2026")]
    [InlineData("en", "whole year", "whole year")]
    public void Period_OfAnyLength_IsNamedAsItIsSaid(string language, string period, string expected)
        => new ReportWords(language, Report).Period(period).ShouldBe(expected);

    [Fact]
    public void Figure_NotKnown_IsAMarkNeverZero()
    {
        var words = new ReportWords("zh-CN", Report);

        words.Figure(Figure.Suppressed, MeasureUnit.Share).ShouldBe("○");
        words.Figure(Figure.Absent(AbsenceReasons.NoSubscribers), MeasureUnit.Per10k).ShouldBe("—");
        words.WhyMissing(Figure.Absent(AbsenceReasons.NoSubscribers)).ShouldBe("无法计算：本范围内没有用户或在网用户数");
        words.WhyMissing(Figure.Suppressed).ShouldBe("已隐藏：不足 10 件，或可由此推出此类小数");
    }

    [Theory]
    [InlineData("subject", "segment:arpu", "按ARPU细分")]
    [InlineData("subject", "pareto:Refund", "帕累托：退费金额")]
    [InlineData("subject", "pareto:Count:cause-in-category", "帕累托：投诉件数 · 类别内原因")]
    [InlineData("subject", "segment:arpu:subscribers", "按ARPU · 用户数细分")]
    [InlineData("subject", "heatmap:arpu×age", "热力图 ARPU × 年龄")]
    [InlineData("subject", "ComplaintsPer10kSubscribers", "万投比")]
    [InlineData("subject", "something-new", "something-new")]
    public void Subject_OfACheckOrGap_IsPutIntoWords(string _, string subject, string expected)
        => new ReportWords("zh-CN", Report).Subject(subject).ShouldBe(expected);

    [Fact]
    public void Language_WithoutWords_IsRefusedWithACode()
        => Should.Throw<AnalyticsException>(() => new ReportWords("fr", Report)).Code.ShouldBe("AN5101");

    [Theory]
    [InlineData(1234567.4, MeasureUnit.Count, "1,234,567", "+1,234,567")]
    [InlineData(26.745, MeasureUnit.Per10k, "26.75", "+26.75")]
    [InlineData(-0.0124, MeasureUnit.Share, "-1.2%", "−1.2")]
    [InlineData(0.0004, MeasureUnit.Share, "0.0%", "0.0")]
    [InlineData(-0.04, MeasureUnit.Hours, "0.0", "0.0")]
    public void NumberFormats_OfAUnit_RoundHalfAwayFromZeroAndKeepNoSignOfNothing(double value, MeasureUnit unit, string asValue, string asChange)
    {
        NumberFormats.Value(value, unit).ShouldBe(asValue);
        NumberFormats.Change(value, unit).ShouldBe(asChange);
    }
}
