using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Pareto;

/// <summary>Sheet 03: every figure of the report stands where it belongs.</summary>
public sealed class ParetoSheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Pareto_EveryItem_StandsInItsRowAndTheTotalIsLive()
    {
        var row = 0;
        foreach (var table in Report.Paretos)
        {
            row = _book.Row("sheet.pareto", _book.Words.Get("head.rank"), row) + 1;
            var first = row;
            foreach (var item in table.Items)
            {
                _book.Number("sheet.pareto", row, 1).ShouldBe(item.Rank);
                _book.Text("sheet.pareto", row, 2).ShouldBe(_book.Words.Label(item));
                _book.Number("sheet.pareto", row, 3).ShouldBe(item.Value);
                _book.ShouldHoldBounds("sheet.pareto", row, 4, item.Share);
                _book.ShouldHold("sheet.pareto", row, 7, Figure.Of(item.CumulativeShare));
                _book.Text("sheet.pareto", row, 8).ShouldBe(item.Class.ToString());
                _book.ShouldHold("sheet.pareto", row, 9, item.ProbabilityInA);
                _book.ShouldHold("sheet.pareto", row++, 10, item.Change);
            }

            _book.Number("sheet.pareto", row, 3).ShouldBe(table.Total);
            _book.Formula("sheet.pareto", row, 3).ShouldBe($"SUM(C{first}:C{row - 1})");
        }
    }
}
