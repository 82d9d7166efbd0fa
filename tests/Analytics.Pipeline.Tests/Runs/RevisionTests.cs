using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Runs;
using Analytics.Pipeline.Tests.EndToEnd;
using Analytics.Publishing.Publish;
using Analytics.Publishing.Published;
using Analytics.Reporting.Json;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Runs;

/// <summary>A period published, then data for it that come late.</summary>
[Collection(nameof(SampleWarehouse))]
public sealed class RevisionTests(SampleWarehouse sample) : IDisposable
{
    private const string Header = "投诉编号,用户编码,受理时间,渠道,大类,原因,地市,状态";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void LateRows_ArePublishedAsTheNextVersion_WithWhatChangedByHowMuchAndWhy()
    {
        using var warehouse = Copy();
        var first = Report(warehouse);
        first.Report.Revisions.ShouldBeNull();
        AddLateRows(warehouse, 40);
        var second = Report(warehouse);
        (second.Publication.Version, second.Publication.IsNew).ShouldBe((2, true));
        var revisions = second.Report.Revisions.ShouldNotBeNull();
        revisions.Since.ShouldBe(1);
        var rows = first.Report.PeriodRows!.Single(r => r.Table == "complaint").Rows;
        revisions.Rows.ShouldBe([new RevisedRows("complaint", rows, rows + 40)]);
        var complaints = revisions.Figures.Single(f => f.Subject == nameof(KpiId.Complaints));
        complaints.Change.ShouldBe(40);
        complaints.Before.Value.ShouldBe(first.Report.Kpis[0].Current.Value);
        var category = revisions.Figures.Single(f => f.Subject == "pareto:category" && f.Label == "测试大类");
        (category.Before.State, category.After.Value).ShouldBe((FigureState.Absent, 40));
        revisions.TotalFigures.ShouldBeGreaterThanOrEqualTo(revisions.Figures.Count);
        using var file = File.OpenRead(second.Publication.Report);
        ReportJson.Read(file).Revisions!.Rows.ShouldBe(revisions.Rows);
        Report(warehouse).Publication.ShouldSatisfyAllConditions(p => p.IsNew.ShouldBeFalse(), p => p.Version.ShouldBe(2));
    }

    [Fact]
    public void RowsOfAnotherWeek_LeaveAPublishedPeriodAsItIs_WhereAJobAsks()
    {
        using var warehouse = Copy();
        Report(warehouse);
        AddLateRows(warehouse, 30, "2026-09-02");
        var again = Report(warehouse, new PublishTarget(_folder.Sub("out")) { OnlyWhenRevised = true });
        (again.Publication.Version, again.Publication.IsNew).ShouldBe((1, false));
        Directory.GetDirectories(_folder.Sub("out/2026-W46/all"), "v*").Length.ShouldBe(1);
    }

    [Fact]
    public void PublishedVersion_ReadBack_SaysWhatItSaidWhenPublished()
    {
        using var warehouse = Copy();
        Report(warehouse);
        AddLateRows(warehouse, 40);
        var published = Report(warehouse).Publication;
        var found = PublishedVersion.Find(published.Folder).ShouldNotBeNull();
        found.Charts.ShouldBe(published.Charts, ignoreOrder: true);
        found.Headlines.ShouldBe(published.Headlines);
        (found.Period, found.Scope, found.Version, found.Workbook, found.Report, found.Run, found.IsNew).ShouldBe(
            (published.Period, published.Scope, 2, published.Workbook, published.Report, published.Run, false));
        PublishedVersion.Find(_folder.Sub("out/2026-W46/all/v9")).ShouldBeNull();
    }

    private WarehouseDatabase Copy()
    {
        var file = _folder.Sub("warehouse.db");
        sample.CopyTo(file);
        return WarehouseDatabase.Open(new WarehouseOptions(file), TimeProvider.System);
    }

    private ReportResult Report(WarehouseDatabase warehouse, PublishTarget? target = null) => ReportRun.Execute(
        new ReportRunRequest(
            Core.Periods.ReportPeriod.Parse("2026-W46"),
            [],
            SampleWarehouse.Settings,
            "zh-CN",
            target ?? new PublishTarget(_folder.Sub("out")),
            "0.0.0-test"), warehouse, TimeProvider.System);

    private void AddLateRows(WarehouseDatabase warehouse, int rows, string day = "2026-11-10")
    {
        var file = _folder.Sub($"late-{day}.csv");
        File.WriteAllLines(file, Enumerable.Range(0, rows).Select(i => $"late-{day}-{i},,{day} 10:{i % 60:00}:00,热线,测试大类,迟到测试原因,武汉,处理中").Prepend(Header));
        var map = _folder.Sub("late.map.json");
        File.WriteAllText(map, """
            { "table": "complaint", "columns": { "complaint_id": "投诉编号", "received_at": { "source": "受理时间", "formats": ["yyyy-MM-dd HH:mm:ss"] },
                "channel": "渠道", "category": "大类", "cause": "原因", "region": "地市", "status": "状态" } }
            """);
        ImportRun.Execute(
            new ImportRequest(CanonicalTable.Complaint, file, map),
            warehouse,
            SubscriberPseudonymizer.Load(null, _folder.Sub("key")),
            cancellation: TestContext.Current.CancellationToken).Stored.ShouldBe(rows);
    }
}
