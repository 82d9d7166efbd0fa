using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Survey;

/// <summary>Sheet 07b: every figure of the report stands where it belongs.</summary>
public sealed class SurveySheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Survey_EveryRow_StandsInItsRow()
    {
        var row = _book.Row("sheet.survey", _book.Words.Get("head.item"));
        foreach (var item in Report.Survey)
        {
            row++;
            _book.Text("sheet.survey", row, 1).ShouldBe(_book.Words.Label(item.Item));
            _book.ShouldHoldBounds("sheet.survey", row, 4, item.Score);
            _book.Number("sheet.survey", row, 7).ShouldBe(item.Score.N);
            _book.ShouldHoldBounds("sheet.survey", row, 8, item.TopTwoBox);
            _book.ShouldHold("sheet.survey", row, 12, item.Previous);
        }
    }
}
