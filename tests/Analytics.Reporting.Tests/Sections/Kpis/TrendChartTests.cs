using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Charts;
using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Sections.Kpis;

public class TrendChartTests
{
    private const string Rate = "trend-complaints-per10k-subscribers.svg";

    [Fact]
    public void PointsWhiskersAndLimits_LieWhereTheAxisSaysTheirValuesAre()
    {
        var report = WithIntervals();
        var kpi = report.Kpis.Single(k => k.Id == KpiId.ComplaintsPer10kSubscribers);
        var chart = Drawing.Of(report, Rate);
        var (y, top) = Axis(chart);
        var known = kpi.Series.Select(p => p.Figure).Where(f => f.State == FigureState.Known).ToList();
        chart.Within("rz-line-series", "circle").Select(c => Drawing.Number(c, "cy") + top).Zip(known)
            .ShouldAllBe(p => Math.Abs(p.First - y(p.Second.Value!.Value)) < 0.1);
        var whiskers = chart.Elements("path", "interval").Select(p => p.Attribute("d")!.Value).ToList();
        whiskers.Count.ShouldBe(known.Count);
        for (var i = 0; i < known.Count; i++)
        {
            Drawing.Numbers(whiskers[i])[1].ShouldBe(y(known[i].Upper!.Value), 0.1);
            Drawing.Numbers(whiskers[i][whiskers[i].IndexOf('V', StringComparison.Ordinal)..])[0].ShouldBe(y(known[i].Lower!.Value), 0.1);
        }

        var lines = chart.Elements("line")
            .Where(l => l.Attribute("stroke-dasharray") is not null && Drawing.Number(l, "x2") - Drawing.Number(l, "x1") > 100)
            .Select(l => Drawing.Number(l, "y1"))
            .ToList();
        lines.Count.ShouldBe(3);
        lines[0].ShouldBe(y(kpi.UpperLimit!.Value), 0.1);
        lines[1].ShouldBe(y(kpi.TrailingMean.Value!.Value), 0.1);
        lines[2].ShouldBe(y(kpi.LowerLimit!.Value), 0.1);
    }

    [Fact]
    public void MissingPeriods_BreakTheLineAndAreMarkedWithTheirReason()
    {
        var chart = Drawing.Of(WithIntervals(), Rate);
        chart.Within("rz-line-series", "circle").Count().ShouldBe(13);
        chart.Within("rz-line-series", "path").First().Attribute("d")!.Value.Split('M', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        chart.Elements("text").Where(t => Drawing.Shown(t) == "○" && Drawing.Hint(t).Length > 0).Select(Drawing.Hint).Single().ShouldStartWith("无法计算：");
    }

    [Fact]
    public void Newest_CarriesTheMarkOfItsVerdict()
    {
        var chart = Drawing.Of(SampleReport.Full(), Rate, "en");
        chart.Texts.ShouldContain("■ 26.74");
        chart.Texts.ShouldContain("Week 46, 2026 (2026-11-09 to 2026-11-15) · All data (no filter) · 26.74 [26.08, 27.42] ■ beyond the limit, worse");
    }

    [Fact]
    public void AllMeasuresAbsent_GiveNoTrendAndSayWhy()
    {
        var report = SampleReport.Empty();
        Drawing.All(report).ShouldBeEmpty();
        var said = Analytics.Reporting.Charts.ChartFiles.NotDrawn(report, new Analytics.Reporting.Words.ReportWords("en", report));
        said.Count(s => s.Contains("fewer than two periods with a value", StringComparison.Ordinal)).ShouldBe(8);
        said.ShouldContain("No chart of Fishbone of complaints: categories and their causes: nothing to show");
    }

    private static Report WithIntervals()
    {
        var report = SampleReport.Full();
        return report with
        {
            Kpis = [.. report.Kpis.Select(k => k with
            {
                Series = [.. k.Series.Select(p => p.Figure is { State: FigureState.Known, Value: { } v } ? p with
                {
                    Figure = Figure.Of(v, 1000, v * 0.98, v * 1.03),
                } : p)],
            })],
        };
    }

    private static (Func<double, double> Y, double Top) Axis(Drawing chart)
    {
        var plot = chart.Elements("g").First(g => ((string?)g.Attribute("transform"))?.StartsWith("translate", StringComparison.Ordinal) == true);
        var top = Drawing.Numbers(plot.Attribute("transform")!.Value)[1];
        var ticks = chart.Elements("text", "rz-tick-text")
            .Select(t => (Value: double.Parse(Drawing.Shown(t), NumberStyles.Number, CultureInfo.InvariantCulture), Y: Drawing.Number(t, "y") + top))
            .OrderBy(t => t.Value)
            .ToList();
        var perUnit = (ticks[^1].Y - ticks[0].Y) / (ticks[^1].Value - ticks[0].Value);
        return (value => ticks[0].Y + (perUnit * (value - ticks[0].Value)), top);
    }
}
