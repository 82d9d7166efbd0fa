using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Service;

/// <summary>Sheet 06: every figure of the report stands where it belongs.</summary>
public sealed class HandlingSheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Handling_EveryRow_StandsInItsRow()
    {
        var row = _book.Row("sheet.handling", _book.Words.Get("head.cause"));
        foreach (var resolution in Report.Resolutions)
        {
            row++;
            (_book.Text("sheet.handling", row, 1), _book.Text("sheet.handling", row, 2)).ShouldBe((
                _book.Words.Label(resolution.Cause), _book.Words.Label(resolution.Resolution)));
            _book.ShouldHold("sheet.handling", row, 3, resolution.Complaints);
            _book.ShouldHoldBounds("sheet.handling", row, 4, resolution.AcceptedShare);
            _book.ShouldHoldBounds("sheet.handling", row, 8, resolution.SatisfiedShare);
            _book.ShouldHold("sheet.handling", row, 12, resolution.MedianHandlingHours);
        }
    }
}
