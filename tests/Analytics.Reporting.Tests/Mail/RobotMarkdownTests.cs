using System.Text;
using Analytics.Core.Reports;
using Analytics.Reporting.Mail;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Mail;

public sealed class RobotMarkdownTests
{
    private static readonly WorkbookEnclosure Linked = new(1, "周报_v1.xlsx", 1_000, "https://reports.example/2026-W46/周报 (v1).xlsx");

    [Fact]
    public void Message_HoldsPeriodScopeSentencesMeasuresAndLink()
    {
        var report = SampleReport.Full();
        var words = new ReportWords("zh-CN", report);

        var lines = RobotMarkdown.Render(report, words, Linked, 20_000).Split("\n\n");

        lines[0].ShouldBe("### 满意度周报 2026年第46周");
        lines[1].ShouldBe("> 2026-11-09 至 2026-11-15");
        lines[2].ShouldBe("> 范围：全部数据（未筛选）");
        lines[8..13].ShouldBe(HeadlineWriter.Write(report, words).Index().Select(s => $"{Marks.Of(report.Headlines[s.Index].Signal)} {s.Item}"));
        lines[^1].ShouldBe("[打开 周报_v1.xlsx](https://reports.example/2026-W46/%E5%91%A8%E6%8A%A5%20%28v1%29.xlsx)");
        lines.Length.ShouldBe(3 + 4 + 1 + 5 + 1 + 8 + 1);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(900)]
    [InlineData(400)]
    public void Message_StaysWithinTheRobotsSize_AndKeepsTheLink(int largest)
    {
        var report = SampleReport.Full();
        var message = RobotMarkdown.Render(report, new ReportWords("zh-CN", report), Linked, largest);

        Encoding.UTF8.GetByteCount(message).ShouldBeLessThanOrEqualTo(largest);
        message.ShouldEndWith("(https://reports.example/2026-W46/%E5%91%A8%E6%8A%A5%20%28v1%29.xlsx)");
    }

    [Fact]
    public void Labels_ThatARobotWouldReadAsMarkup_ComeInFullWidth()
    {
        var report = SampleReport.Full() with
        {
            Headlines =
            [
                new Headline(
                    "top-causes", Signal.NoVerdict,
                    [
                        new("cause", Label: "<@all> **x** [y](http://evil) `z` <18"), new("share", 0.2, MeasureUnit.Share), new("items", 9, MeasureUnit.Count),
                        new("cumulative", 0.8, MeasureUnit.Share),
                    ]),
            ],
        };

        var message = RobotMarkdown.Render(report, new ReportWords("en", report), Linked, 20_000);

        message.ShouldContain("＜＠all> ＊＊x＊＊ [y］(http://evil) ｀z｀ <18");
        message.ShouldNotContain("<@");
    }
}
