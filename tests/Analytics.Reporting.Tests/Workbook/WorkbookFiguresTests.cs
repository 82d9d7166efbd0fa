using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Workbook;

/// <summary>Every figure of the report stands where it belongs.</summary>
public sealed class WorkbookFiguresTests : IDisposable
{
    private static readonly Report Report = SampleReport.Full();
    private readonly ReopenedWorkbook _book = new(Report, "zh-CN");

    public void Dispose() => _book.Dispose();

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
    public void Overview_Course_HasEveryPeriodAndLeavesGapsEmpty()
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

    [Fact]
    public void HandlingAndSurvey_EveryRow_StandsInItsRow()
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

        row = _book.Row("sheet.survey", _book.Words.Get("head.item"));
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
