using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Associations;

/// <summary>Sheet 05c: every figure of the report stands where it belongs.</summary>
public sealed class AssociationSheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Associations_EveryCell_StandsInItsPlace()
    {
        var row = 0;
        foreach (var table in Report.Associations)
        {
            row = _book.Row("sheet.associations", _book.Words.Column("cause"), row) + 1;
            for (var r = 0; r < table.RowLabels.Count; r++)
            {
                _book.Text("sheet.associations", row + r, 1).ShouldBe(_book.Words.Label(table.RowLabels[r]));
                for (var c = 0; c < table.ColumnLabels.Count; c++)
                {
                    _book.ShouldHold("sheet.associations", row + r, 2 + c, table.Cells[r][c].Complaints);
                    _book.ShouldHold("sheet.associations", row + r, table.ColumnLabels.Count + 3 + c, table.Cells[r][c].AdjustedResidual);
                }
            }
        }
    }
}
