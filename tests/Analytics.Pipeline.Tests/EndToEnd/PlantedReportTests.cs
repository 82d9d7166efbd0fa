using Analytics.Core.Reports;
using Analytics.Samples.Tests;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>From files to reports: does the report find what was planted, and does it count what is there?</summary>
[Collection(nameof(SampleWarehouse))]
public sealed class PlantedReportTests(SampleWarehouse warehouse) : IDisposable
{
    private readonly TemporaryFolder _out = new();

    public void Dispose() => _out.Dispose();

    [Fact]
    public void Import_OfTheSample_StoresEveryRowOnce()
    {
        warehouse.Imported.ShouldAllBe(i => i.Quarantined == 0 && i.AlreadyThere == 0 && i.Read == i.Stored);
        warehouse.Imported[0].Stored.ShouldBe(warehouse.Files.SubscriberRows);
        warehouse.Imported[1].Stored.ShouldBe(warehouse.Files.ComplaintRows);
    }

    [Fact]
    public void Report_OfTheIncidentWeek_SignalsAndNamesTheCity()
    {
        var report = warehouse.Report(warehouse.Planted.IncidentWeek, _out.Path).Report;
        Kpi(report, KpiId.Complaints).Signal.ShouldBe(Signal.Worse);
        Kpi(report, KpiId.ComplaintsPer10kSubscribers).Signal.ShouldBe(Signal.Worse);
        var regions = report.Segments.Single(s => s.Column == "region").Rows;
        var city = regions.MaxBy(r => r.RateRatio.Value ?? 0)!;
        city.Label.ShouldBe(warehouse.Planted.IncidentRegion);
        city.Survives.ShouldBeTrue();
        city.RateRatio.Lower!.Value.ShouldBeGreaterThan(2);
        var grown = report.Paretos.Single(p => p is { Level: "category", Measure: ParetoMeasure.Increase }).Items[0];
        grown.Label.ShouldBe(warehouse.Planted.IncidentCategory);
    }

    [Fact]
    public void Report_OfAnOrdinaryWeek_DoesNotSignal()
    {
        var report = warehouse.Report(SampleWarehouse.Sample.LastWeek.Add(-4).ToString(), _out.Path).Report;
        Kpi(report, KpiId.Complaints).Signal.ShouldBe(Signal.Within);
    }

    [Fact]
    public void Report_OfTheLastWeek_FindsTheSegmentThatComplainsTwiceAsMuch()
    {
        var report = warehouse.Report(warehouse.Planted.LastWeek, _out.Path).Report;
        var age = report.Segments.Single(s => s.Column == warehouse.Planted.SegmentColumn).Rows.Single(r => r.Label == warehouse.Planted.SegmentBand);
        age.Survives.ShouldBeTrue();
        var ratio = age.RateRatio;
        var standardError = Math.Log(ratio.Upper!.Value / ratio.Lower!.Value) / (2 * 1.96);
        Math.Log(ratio.Value!.Value).ShouldBe(Math.Log(warehouse.Planted.SegmentRateRatio), 3.3 * standardError);
        report.Segments.SelectMany(s => s.Rows).Where(r => r.Survives).MaxBy(r => r.RateRatio.Value)!.Label.ShouldBe(warehouse.Planted.SegmentBand);
    }

    [Fact]
    public void Report_OfTheLastWeek_PutsTheGrowingCauseFirstInTheParetoOfIncrease()
    {
        var report = warehouse.Report(warehouse.Planted.LastWeek, _out.Path).Report;
        var first = report.Paretos.Single(p => p is { Level: "cause", Measure: ParetoMeasure.Increase }).Items[0];
        first.Label.ShouldBe(warehouse.Planted.GrowingCause);
        first.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Report_Counts_AreThoseOfTheFile()
    {
        var rows = SampleFixture.Read(warehouse.Files.Complaints);
        var week = SampleWarehouse.Sample.LastWeek;
        var received = rows.Where(r => DateOnly.FromDateTime(SampleFixture.Moment(r["受理时间"])) >= week.Start).ToList();
        var report = warehouse.Report(week.ToString(), _out.Path).Report;
        Kpi(report, KpiId.Complaints).Current.Value.ShouldBe(received.Count);
        Kpi(report, KpiId.ComplaintsPer10kSubscribers).Current.Value!.Value.ShouldBe(received.Count * 10_000.0 / SampleWarehouse.Sample.Subscribers, 1e-9);
        Kpi(report, KpiId.EscalatedShare).Current.Value!.Value.ShouldBe(received.Count(r => r["是否升级"] == "1") / (double)received.Count, 1e-12);
        var causes = report.Paretos.Single(p => p is { Level: "category", Measure: ParetoMeasure.Count, Within: null });
        causes.Items.Where(i => i.Label is not null).ToDictionary(i => i.Label!, i => i.Value)
            .ShouldBe(
                received.GroupBy(r => r["一级原因"]).Where(g => causes.Items.Any(i => i.Label == g.Key)).ToDictionary(g => g.Key, g => (double)g.Count()),
                ignoreOrder: true);
        causes.Total.ShouldBe(received.Count);
        report.DataQuality.Checks.ShouldAllBe(c => c.Ties);
    }

    private static Kpi Kpi(Report report, KpiId id) => report.Kpis.Single(k => k.Id == id);
}
