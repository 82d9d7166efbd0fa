using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Tests.Charts;
using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Sections.Segments;

public class SegmentChartTests
{
    [Fact]
    public void BarsAndWhiskers_EndWhereTheAxisSaysTheirValuesAre()
    {
        var report = SampleReport.Full();
        var chart = Drawing.Of(report, "segment-arpu.svg");
        var x = Axis(chart);
        var rows = report.Segments.Single(s => s.Column == "arpu").Rows;
        var bars = chart.Elements("rect", "bar").ToList();
        var whiskers = chart.Elements("path", "interval").ToList();
        bars.Count.ShouldBe(rows.Count);
        whiskers.Count.ShouldBe(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var rate = rows[i].ComplaintsPer10k;
            (Drawing.Number(bars[i], "x") + Drawing.Number(bars[i], "width")).ShouldBe(x(rate.Value!.Value), 0.05);
            var path = whiskers[i].Attribute("d")!.Value;
            Drawing.Numbers(path)[0].ShouldBe(x(rate.Lower!.Value), 0.05);
            Drawing.Numbers(path[(path.IndexOf('H', StringComparison.Ordinal) + 1)..])[0].ShouldBe(x(rate.Upper!.Value), 0.05);
        }
    }

    [Fact]
    public void OnlySurvivors_AreColouredAndMarked()
    {
        var report = SampleReport.Full();
        var chart = Drawing.Of(report, "segment-age.svg");
        var rows = report.Segments.Single(s => s.Column == "age").Rows;
        var expected = rows.Select(r => !r.Survives ? "#8FAFD0" : r.RateRatio.Value > 1 ? "#C0392B" : "#2E8B57");
        chart.Elements("rect", "bar").Select(b => (string?)b.Attribute("fill")).ShouldBe(expected);
        rows.Count(r => r.Survives).ShouldBe(chart.Texts.Count(t => t.Length > 2 && t[0] is '▲' or '▼' && char.IsAsciiDigit(t[2])));
    }

    [Fact]
    public void HiddenRows_AreHatchedAndCarryNoNumber()
    {
        var report = SampleReport.Full();
        var region = report.Segments.Single(s => s.Column == "region");
        var chart = Drawing.Of(report, "segment-region.svg");
        chart.Elements("rect", "hidden").Count().ShouldBe(2);
        var middles = region.Rows.Select((r, i) => (r, i)).Where(p => p.r.Complaints.State == FigureState.Suppressed).Select(p => p.i).ToList();
        var names = chart.Elements("text", "l").ToList();
        foreach (var i in middles)
        {
            var y = Drawing.Number(names[i], "y");
            chart.Elements("text").Where(t => Math.Abs(Drawing.Number(t, "y") - y) < 1).Select(Drawing.Shown)
                .ShouldBe([i == 6 ? "恩施" : "未知", "○", "○", region.Rows[i].Subscribers.Value!.Value.ToString("N0", CultureInfo.InvariantCulture)]);
        }
    }

    [Fact]
    public void WithoutSubscribers_SharesAreDrawnInstead()
    {
        var chart = Drawing.Of(SampleReport.NoSubscribers(), "segment-brand.svg");
        chart.Texts[0].ShouldBe("投诉占比：按品牌细分");
        chart.Elements("rect", "bar").Count().ShouldBe(4);
        chart.Texts.ShouldContain("42.2%");
    }

    /// <summary>The chart's own axis, read from its tick labels.</summary>
    private static Func<double, double> Axis(Drawing chart)
    {
        var ticks = chart.Elements("text", "a").Where(t => double.TryParse(Drawing.Shown(t), NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            .GroupBy(t => Drawing.Number(t, "y")).OrderByDescending(g => g.Key).First()
            .Select(t => (Value: double.Parse(Drawing.Shown(t), NumberStyles.Number, CultureInfo.InvariantCulture), X: Drawing.Number(t, "x")))
            .OrderBy(t => t.Value)
            .ToList();
        var perUnit = (ticks[^1].X - ticks[0].X) / (ticks[^1].Value - ticks[0].Value);
        return value => ticks[0].X + (perUnit * (value - ticks[0].Value));
    }
}
