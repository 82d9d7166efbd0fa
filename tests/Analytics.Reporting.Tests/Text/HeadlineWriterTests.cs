using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Text;

namespace Analytics.Reporting.Tests.Text;

public class HeadlineWriterTests
{
    [Theory]
    [InlineData("zh-CN", "万投比 26.74 件/万户，较上期上升 2.31 件/万户，超出控制限（变差）。")]
    [InlineData("en", "Complaints per 10,000 subscribers 26.74 per 10,000, up 2.31 per 10,000 on the period before, beyond the limit, worse.")]
    public void RateChange_OfTheSample_ReadsAsASentence(string language, string expected)
    {
        var report = SampleReport.Full();

        HeadlineWriter.Write(report, new ReportWords(language, report))[0].ShouldBe(expected);
    }

    [Fact]
    public void OptionalPart_ArgumentNotGiven_IsLeftOut()
    {
        var report = SampleReport.Full();
        var headline = new Headline("rate-change", Signal.Within, [new("kpi", Label: "EscalatedShare"), new("value", 0.0312, MeasureUnit.Share)]);

        HeadlineWriter.Sentence(headline, new ReportWords("zh-CN", report)).ShouldBe("升级投诉率 3.1%，正常波动内。");
    }
}
