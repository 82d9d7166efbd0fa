using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Cover;

/// <summary>Sheet 00: every figure of the report stands where it belongs.</summary>
public sealed class CoverSheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Cover_Tiles_FollowTheOverviewByFormula()
    {
        var top = _book.Row("sheet.cover", _book.Words.Get("cover.kpis"), column: 2) + 1;
        for (var i = 0; i < Report.Kpis.Count; i++)
        {
            var (kpi, row, column) = (Report.Kpis[i], top + (i / 4 * 7), 2 + (i % 4 * 3));
            _book.Text("sheet.cover", row, column).ShouldBe(_book.Words.Get("tile." + kpi.Id));
            _book.ShouldHold("sheet.cover", row + 1, column, kpi.Current);
            _book.ShouldHold("sheet.cover", row + 2, column + 1, kpi.Change, kpi.Unit == MeasureUnit.Share ? 100 : 1);
            _book.ShouldHold("sheet.cover", row + 3, column + 1, kpi.YearBefore);
            _book.Formula("sheet.cover", row + 1, column).ShouldBe(kpi.Current.Value is null ? null : $"'01 指标总览'!$C${6 + i}");
        }
    }
}
