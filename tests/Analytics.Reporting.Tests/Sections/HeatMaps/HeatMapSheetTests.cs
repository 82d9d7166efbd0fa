using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.HeatMaps;

/// <summary>Sheet 05b: every figure of the report stands where it belongs.</summary>
public sealed class HeatMapSheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void HeatMaps_EveryCell_StandsInItsPlace()
    {
        var row = 0;
        foreach (var map in Report.HeatMaps)
        {
            row = _book.Row("sheet.heatmaps", _book.Words.Get("heatmaps.map", _book.Words.Column(map.RowColumn), _book.Words.Column(map.ColumnColumn)), row)
                + 3;
            var (right, below) = (map.ColumnLabels.Count + 3, map.RowLabels.Count + 3);
            for (var r = 0; r < map.RowLabels.Count; r++)
            {
                for (var c = 0; c < map.ColumnLabels.Count; c++)
                {
                    var cell = map.Cells[r][c];
                    _book.ShouldHold("sheet.heatmaps", row + r, 2 + c, cell.Value);
                    _book.ShouldHold("sheet.heatmaps", row + r, right + 1 + c, cell.AdjustedResidual);
                    _book.ShouldHold("sheet.heatmaps", row + below + r, 2 + c, cell.Complaints);
                    _book.ShouldHold("sheet.heatmaps", row + below + r, right + 1 + c, cell.Subscribers);
                }
            }
        }
    }
}
