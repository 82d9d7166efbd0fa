using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Quality;

/// <summary>Sheet 91: every figure of the report stands where it belongs.</summary>
public sealed class QualitySheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Quality_ImportsAndChecks_HaveLiveSumsAndTicks()
    {
        var row = _book.Row("sheet.quality", _book.Words.Get("head.table")) + 1;
        foreach (var import in Report.DataQuality.Imports)
        {
            new[] { 3, 4, 5, 6 }
                .Select(c => _book.Number("sheet.quality", row, c))
                .ShouldBe([import.Read, import.Stored, import.AlreadyThere, import.Quarantined]);
            (_book.Text("sheet.quality", row, 7), _book.Formula("sheet.quality", row, 7)).ShouldBe(("✔", $"IF(C{row}=D{row}+E{row}+F{row},\"✔\",\"✘\")"));
            row++;
        }

        _book.Number("sheet.quality", row, 3).ShouldBe(Report.DataQuality.Imports.Sum(i => i.Read));
        row = _book.Row("sheet.quality", _book.Words.Get("head.check")) + 1;
        foreach (var check in Report.DataQuality.Checks)
        {
            (
                _book.Number("sheet.quality", row, 3), _book.Number("sheet.quality", row, 4),
                _book.Text("sheet.quality", row, 5)).ShouldBe((check.Expected, check.Actual, "✔"));
            row++;
        }
    }
}
