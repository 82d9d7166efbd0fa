using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;
using Analytics.Reporting.Tests.Workbook;

namespace Analytics.Reporting.Tests.Sections.Kpis;

/// <summary>Sheet 01: every figure of the report stands where it belongs.</summary>
public sealed class OverviewSheetTests(WrittenSample written) : IClassFixture<WrittenSample>
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = written.Book;

    [Fact]
    public void Overview_EveryMeasure_StandsInItsRow()
    {
        for (var i = 0; i < Report.Kpis.Count; i++)
        {
            var (kpi, row) = (Report.Kpis[i], 6 + i);
            var points = kpi.Unit == MeasureUnit.Share ? 100 : 1;
            _book.Text("sheet.overview", row, 1).ShouldBe(_book.Words.Kpi(kpi.Id));
            _book.ShouldHoldBounds("sheet.overview", row, 3, kpi.Current);
            _book.ShouldHold("sheet.overview", row, 7, kpi.Previous);
            _book.ShouldHoldBounds("sheet.overview", row, 8, kpi.Change, points);
            _book.ShouldHold("sheet.overview", row, 11, kpi.YearBefore);
            _book.ShouldHold("sheet.overview", row, 12, kpi.YearChange, points);
            _book.ShouldHold("sheet.overview", row, 13, kpi.TrailingMean);
            _book.Number("sheet.overview", row, 14).ShouldBe(kpi.LowerLimit);
            _book.Number("sheet.overview", row, 15).ShouldBe(kpi.UpperLimit);
        }
    }

    [Fact]
    public void Overview_Trend_HasEveryPeriodAndLeavesGapsEmpty()
    {
        var start = _book.Row("sheet.overview", _book.Words.Get("overview.trend"));
        foreach (var kpi in Report.Kpis)
        {
            var row = _book.Row("sheet.overview", _book.Words.Kpi(kpi.Id), start);
            for (var i = 0; i < kpi.Series.Count; i++)
            {
                if (kpi.Series[i].Figure.Value is null)
                {
                    _book.Text("sheet.overview", row, 3 + i).ShouldBe("");
                }
                else
                {
                    _book.ShouldHold("sheet.overview", row, 3 + i, kpi.Series[i].Figure);
                }
            }
        }
    }
}
