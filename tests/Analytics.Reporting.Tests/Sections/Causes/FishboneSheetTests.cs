using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Causes;

/// <summary>Sheet 04: every figure of the report stands where it belongs.</summary>
public sealed class FishboneSheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Fishbone_EveryNode_StandsInItsRow()
    {
        var row = _book.Row("sheet.fishbone", _book.Words.Get("head.category"));
        foreach (var (node, column) in Report.Causes.SelectMany(c => c.Children.Select(x => (x, 2)).Prepend((c, 1))))
        {
            row++;
            _book.Text("sheet.fishbone", row, column).ShouldBe(_book.Words.Label(node.Label));
            _book.ShouldHold("sheet.fishbone", row, 3, node.Complaints);
            _book.ShouldHold("sheet.fishbone", row, 4, node.Share);
            _book.ShouldHold("sheet.fishbone", row, 5, node.Previous);
            _book.ShouldHoldBounds("sheet.fishbone", row, 6, node.Change);
        }

        _book.Number("sheet.fishbone", row + 1, 3).ShouldBe(SampleReport.Complaints);
    }
}
