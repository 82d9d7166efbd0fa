using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Tests.Sections.Quality;

public sealed class RevisionRowsTests
{
    private static readonly Report Revised = SampleReport.Full() with
    {
        Revisions = new ReportRevisions(
            1,
            [new RevisedRows("complaint", 6_180, 6_184), new RevisedRows("survey", 900, 900)],
            [
                new Revision(nameof(KpiId.Complaints), null, MeasureUnit.Count, Figure.Of(6_180), Figure.Of(6_184)),
                new Revision(nameof(KpiId.EscalatedShare), null, MeasureUnit.Share, Figure.Of(0.10), Figure.Of(0.12)),
                new Revision("pareto:cause", "网络覆盖", MeasureUnit.Count, Figure.Absent(AbsenceReasons.NotComparable), Figure.Of(31)),
            ],
            7),
    };

    [Theory]
    [InlineData("en", "Revises version 1: 7 figures changed; 4 rows of complaints came late, rows of survey were corrected.", "and 4 more figures")]
    [InlineData("zh-CN", "本版修订第 1 版：7 项数字有变；投诉迟到 4 行、满意度调查有更正。", "另有 4 项")]
    public void Revisions_StandOnTheCoverAndInTheDataQualitySheet(string language, string sentence, string more)
    {
        using var book = new ReopenedWorkbook(Revised, language);
        const string cover = "sheet.cover", quality = "sheet.quality";
        book.ValidatorFaults.ShouldBeEmpty();
        WorkbookCheck.Faults(Revised, book.Words, new MemoryStream(book.Bytes)).ShouldBeEmpty();
        RevisionWriter.Sentence(Revised, book.Words).ShouldBe(sentence);
        Enumerable.Range(1, 40).Select(row => book.Text(cover, row, 2)).ShouldContain(sentence);
        var first = book.Row(quality, book.Words.Kpi(KpiId.Complaints));
        (book.Number(quality, first, 4), book.Number(quality, first, 5), book.Number(quality, first, 6)).ShouldBe((6_180, 6_184, 4));
        book.Number(quality, first + 1, 6)!.Value.ShouldBe(2, 1e-9, "a change of a share is in percentage points");
        (book.Text(quality, first + 2, 4), book.Number(quality, first + 2, 5), book.Text(quality, first + 2, 6)).ShouldBe((Marks.Absent, 31, Marks.Absent));
        book.Text(quality, first + 3, 1).ShouldBe(more);
    }

    [Fact]
    public void FirstVersion_HasNoRevisionList()
    {
        using var book = new ReopenedWorkbook(SampleReport.Full(), "en");
        book.Row("sheet.quality", book.Words.Get("quality.revisions", 1)).ShouldBe(-1);
        RevisionWriter.Sentence(SampleReport.Full(), book.Words).ShouldBeNull();
    }
}
