using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Reporting.Mail;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Mail;

public sealed partial class ReportMailTests
{
    private static readonly WorkbookEnclosure Attached = new(1, "满意度周报_2026W46_全省_v1.xlsx", 1_234_567);

    [Theory]
    [InlineData("zh-CN", "■ 满意度周报 · 2026年第46周 · 全部数据（未筛选）")]
    [InlineData("en", "■ Weekly satisfaction report · Week 46, 2026 · All data (no filter)")]
    public void Subject_NamesReportPeriodAndScope_WithTheMarkOfTheWorstSignal(string language, string expected)
        => Render(SampleReport.Full(), language).Subject.ShouldBe(expected);

    [Fact]
    public void Revision_IsNamedInTheSubject_AndListsWhatChangedInBothBodies()
    {
        Revision[] figures =
        [
            new(nameof(KpiId.Complaints), null, MeasureUnit.Count, Figure.Of(6_100), Figure.Of(6_184)),
            new("pareto:cause", "上网速度慢", MeasureUnit.Count, Figure.Absent(AbsenceReasons.TooFewCases), Figure.Of(1_204)),
            .. Enumerable.Range(0, 20).Select(i => new Revision("segment:arpu", $"({i}, {i + 1}]", MeasureUnit.Share, Figure.Of(0.1), Figure.Of(0.125))),
        ];
        var report = SampleReport.Full() with { Revisions = new ReportRevisions(2, [new RevisedRows("complaint", 6_100, 6_184)], figures, 90) };

        var mail = Render(report, "en", Attached with { Version = 3 });

        mail.Subject.ShouldBe("■ Weekly satisfaction report · Week 46, 2026 · All data (no filter) · revised (v3)");
        mail.Text.ShouldContain("""

            == Revised since version 2 ==
            Revises version 2: 90 figures changed; 84 rows of complaints came late.
            Complaints received: 6,100 → 6,184 (+84)
            Pareto: causes · Slow data: — → 1,204 (—)
            Segments by ARPU · (0, 1]: 10.0% → 12.5% (+2.5)
            """.ReplaceLineEndings("\n"));
        mail.Text.ShouldContain("and 78 more figures");
        string[] said = ["Revises version 2: 90 figures changed; 84 rows of complaints came late.", "6,100", "+84", "Slow data", "and 78 more figures"];
        said.Where(text => !Visible(mail.Html).Contains(text, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void HtmlAndText_SayTheSame_EverySentenceAndMeasureOfTheReport(string language)
    {
        var report = SampleReport.Full();
        var words = new ReportWords(language, report);
        var mail = ReportMail.Render(report, words, Attached);
        var html = Visible(mail.Html);

        var expected = HeadlineWriter.Write(report, words)
            .Concat(report.Kpis.Select(k => words.Kpi(k.Id)))
            .Concat(report.Kpis.Select(k => words.Figure(k.Current, k.Unit)))
            .Concat(report.Kpis.Where(k => k.Current.State == FigureState.Known).Select(k => words.Figure(k.YearBefore, k.Unit)))
            .Concat([words.Title, words.Period("2026-W46"), words.PeriodRange, words.Scope, "满意度周报_2026W46_全省_v1.xlsx", "1.2 MB", "7c1f0a9b"]);
        expected.Where(text => !html.Contains(text, StringComparison.Ordinal) || !mail.Text.Contains(text, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void PlainText_OfTheWholeReport()
        => Render(SampleReport.NoSubscribers(), "en", Attached with { Link = "https://reports.example/a%20b.xlsx" }).Text.ShouldBe("""
            Monthly satisfaction report
            October 2026 (2026-10-01 to 2026-10-31)
            Scope: Operator = China Mobile; Region = Wuhan, Yichang
            Data up to 2026-11-15 23:59
            Compared with September 2026
            Version v1 · data 7c1f0a9b
            ▲ See 91: 165 rows in quarantine, 3 findings, 3 measures missing

            == What this period says ==
            ● All 5 measures with a verdict are within their normal variation; no new alert.

            == Headline measures ==
            ■ Complaints received: 6,184 cases · on the period before ▲ +535 · year before 5,102 · beyond the limit, worse
            ○ Complaints per 10,000 subscribers: — (not available: no subscribers or population for this scope)
            ● Escalated share: 3.1% · on the period before ▲ +0.1 pp · year before 3.5% · within limits
            ○ Repeat share: — (not available: complaints are not linked to subscribers)
            ● First reply on time: 94.2% · on the period before ▲ +0.3 pp · year before 92.1% · within limits
            ● Handling time P50: 31.4 hours · on the period before ▲ +0.5 · year before 36.2 · within limits
            ○ Handling time P90: — (not available: too few cases are closed for this quantile)
            ● Satisfaction: 78.42 points · on the period before ▲ +0.47 · year before — · within limits

            The workbook is too large for a mail: 满意度周报_2026W46_全省_v1.xlsx (1.2 MB). It is here:
            https://reports.example/a%20b.xlsx

            ■ beyond the control limit, worse   ◆ beyond the control limit, better   ● within limits   ○ no verdict
            ○ hidden by the small-cell mask   — cannot be computed (the reason stands below the table or in sheet 91); neither is zero
            n and intervals: sheet 01 of the workbook; definitions: sheet 90; data quality: sheet 91. The intervals in brackets are confidence intervals.

            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Html_NeedsNothingFromElsewhere_AndIsBalanced(string language)
    {
        foreach (var report in new[] { SampleReport.Full(), SampleReport.NoSubscribers(), SampleReport.Empty() })
        {
            var html = Render(report, language).Html;
            html.ShouldNotContain("<script");
            html.ShouldNotContain("<style");
            html.ShouldNotContain("<img");
            html.ShouldNotContain("class=");
            Should.NotThrow(() => AsXml(html));
        }
    }

    [Fact]
    public void Labels_WithMarkup_AreEscaped()
    {
        var full = SampleReport.Full();
        const string Nasty = "<script>alert('x')</script>&\"武汉\"";
        var report = full with
        {
            Header = full.Header with { Scope = [new Filter("region", [Nasty])] },
            Headlines =
            [
                new Headline(
                    "top-causes", Signal.NoVerdict,
                    [
                        new("cause", Label: Nasty), new("share", 0.2, MeasureUnit.Share), new("items", 9, MeasureUnit.Count),
                        new("cumulative", 0.8, MeasureUnit.Share),
                    ]),
            ],
        };

        var mail = Render(report, "en");

        mail.Html.ShouldNotContain("<script>");
        Visible(mail.Html).ShouldContain("Region = " + Nasty);
        mail.Text.ShouldContain("Region = " + Nasty);
        mail.Subject.ShouldContain(Nasty);
    }

    [Fact]
    public void Link_ThatIsNoWebAddress_IsTextAndNoAnchor()
    {
        var mail = Render(SampleReport.Full(), "en", Attached with { Link = "javascript:alert(1)" });
        mail.Html.ShouldNotContain("<a ");
        Visible(mail.Html).ShouldContain("javascript:alert(1)");
    }

    [Fact]
    public void FailureMail_SaysCodeCauseAndRemedy_InBothBodies()
    {
        var notice = new FailureNotice(
            FailedStep.Publish, "2026-W46", "region=武汉", "AN5201", "ties: <segment:arpu> adds up to 9 instead of 10.", "Mend the data.",
            new DateTime(2026, 11, 16, 0, 30, 0, DateTimeKind.Utc), "satisfaction/region=武汉/2026-W46/7c1f");

        var mail = FailureMail.Render(notice, "zh-CN", "Asia/Shanghai");

        mail.Subject.ShouldBe("报告未发布：2026-W46，region=武汉（AN5201）");
        string[] said = ["AN5201", notice.Problem, notice.Remedy, "2026-11-16 08:30:00 Asia/Shanghai", notice.RunKey];
        said.Where(text => !Visible(mail.Html).Contains(text, StringComparison.Ordinal) || !mail.Text.Contains(text, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static MailContent Render(Report report, string language, WorkbookEnclosure? enclosure = null)
        => ReportMail.Render(report, new ReportWords(language, report), enclosure ?? Attached);

    private static string Visible(string html) => AsXml(html).Value;

    /// <summary>The document with its void elements closed, so that every element that is left must be closed by itself.</summary>
    private static XElement AsXml(string html)
        => XDocument.Parse(VoidElement().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<$1$2/>")).Root!;

    [GeneratedRegex("<(meta)([^>]*)>")]
    private static partial Regex VoidElement();
}
