using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Segments;

/// <summary>Sheet 05: every figure of the report stands where it belongs.</summary>
public sealed class SegmentSheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Segments_EveryRow_StandsInItsRow()
    {
        foreach (var table in Report.Segments)
        {
            var row = _book.Row(
                "sheet.segments", _book.Words.Get("head.segment"),
                _book.Row("sheet.segments", _book.Words.Get("segments.by", _book.Words.Column(table.Column))));
            foreach (var segment in table.Rows)
            {
                row++;
                _book.Text("sheet.segments", row, 1).ShouldBe(_book.Words.Label(segment.Label));
                _book.ShouldHold("sheet.segments", row, 2, segment.Complaints);
                _book.ShouldHoldBounds("sheet.segments", row, 3, segment.ShareOfComplaints);
                _book.ShouldHold("sheet.segments", row, 6, segment.Subscribers);
                _book.ShouldHold("sheet.segments", row, 7, segment.ShareOfSubscribers);
                _book.ShouldHoldBounds("sheet.segments", row, 8, segment.ComplaintsPer10k);
                _book.ShouldHoldBounds("sheet.segments", row, 11, segment.RateRatio);
                _book.ShouldHold("sheet.segments", row, 14, segment.ContributionIndex);
                _book.ShouldHold("sheet.segments", row, 15, segment.AdjustedResidual);
                _book.ShouldHold("sheet.segments", row, 16, segment.AdjustedPValue);
                _book.Text("sheet.segments", row, 17).Length.ShouldBe(segment.Survives ? _book.Text("sheet.segments", row, 17).Length : 0);
            }

            _book.Number("sheet.segments", row + 1, 2).ShouldBe(table.TotalComplaints);
            (_book.Formula("sheet.segments", row + 1, 2) is not null).ShouldBe(table.Rows.All(r => r.Complaints.State == FigureState.Known), table.Column);
        }
    }
}
