using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Runs;
using Analytics.Pipeline.Tests.CrossTabs;
using Analytics.Publishing.Publish;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>
/// Reports of the public data sets, from the file to the published version; skipped where the data are absent. Expected counts: awk over the files.
/// </summary>
public sealed class RealDataReportTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    // zcat complaints.csv.gz | awk: qtd summed where anomes = 2020-03, by marca, by problema (fields counted from the end; assunto holds commas).
    [Fact]
    public void Anatel_March2020_IsPublishedForAllAndForOneBrand()
    {
        var data = Data("anatel/complaints.csv.gz");
        using var warehouse = Open();
        Import(warehouse, CanonicalTable.Complaint, data, "anatel.json");
        var all = Publish(warehouse, "2020-03");
        Value(all, KpiId.Complaints).Value.ShouldBe(67_239);
        Value(all, KpiId.ComplaintsPer10kSubscribers).Reason.ShouldBe(AbsenceReasons.NoSubscribers);
        var top = all.Report.Paretos.Single(p => p is { Level: "cause", Measure: ParetoMeasure.Count, Within: null }).Items[0];
        (top.Label, top.Value).ShouldBe(("Lentidão ou velocidade reduzida de conexão", 7_090));

        var brand = Publish(warehouse, "2020-03", new Filter("operator", ["VIVO"]));
        Value(brand, KpiId.Complaints).Value.ShouldBe(16_326);
        Path.GetFileName(Path.GetDirectoryName(brand.Publication.Folder)).ShouldBe("operator=VIVO");
        Should.Throw<AnalyticsException>(() => Publish(warehouse, "2020-W10")).Code.ShouldBe("AN4003");
    }

    [Fact]
    public void Beijing_June2022_HasRatesBySegmentAgainstItsOwnUsers()
    {
        var data = Data("beijing-mobile/internet.xlsx");
        using var warehouse = Open();
        Import(warehouse, CanonicalTable.Subscriber, data, "beijing-subscribers.json");
        Import(warehouse, CanonicalTable.Complaint, data, "beijing-complaints.json");
        Import(warehouse, CanonicalTable.Survey, data, "beijing-survey.json");
        var report = Publish(warehouse, "2022-06");
        Value(report, KpiId.Complaints).Value.ShouldBe(34_440);
        Value(report, KpiId.ComplaintsPer10kSubscribers).Value!.Value.ShouldBe(34_440 / 7_020.0 * 10_000, 1e-6);
        foreach (var column in new[] { "arpu", "age", "data_mb" })
        {
            var table = report.Report.Segments.Single(s => s.Column == column);
            table.TotalSubscribers.ShouldBe(7_020);
            table.Rows.Count(r => r.ComplaintsPer10k.State == FigureState.Known).ShouldBeGreaterThan(3, column);
        }

        report.Report.Survey.ShouldNotBeEmpty();
    }

    private static Figure Value(ReportResult result, KpiId id) => result.Report.Kpis.Single(k => k.Id == id).Current;

    private WarehouseDatabase Open() => WarehouseDatabase.Open(new WarehouseOptions(_temporary.Sub("warehouse.db")), TimeProvider.System);

    /// <summary>Publishes, and makes sure that a warehouse which counts by itself gives the same report.</summary>
    private ReportResult Publish(WarehouseDatabase warehouse, string period, params IReadOnlyList<Filter> scope)
    {
        var request = new ReportRunRequest(
            ReportPeriod.Parse(period),
            scope,
            new StudySettings(),
            "en",
            new PublishTarget(_temporary.Sub("out")),
            "0.0.0-test") { CrossTabs = CrossTabChoice.Memory };
        var published = ReportRun.Execute(request, warehouse, TimeProvider.System);
        var pushed = ReportRun.Execute(
            request with { Target = new PublishTarget(_temporary.Sub("pushed")), CrossTabs = CrossTabChoice.PushDown },
            warehouse,
            TimeProvider.System);
        ReportComparison.Differences(published.Report, pushed.Report).ShouldBeEmpty();
        return published;
    }

    private void Import(WarehouseDatabase warehouse, CanonicalTable table, string file, string mapping) => ImportRun.Execute(
        new ImportRequest(table, file, Find(Path.Combine("tests", "mappings", mapping))!),
        warehouse,
        SubscriberPseudonymizer.Load(null, _temporary.Sub("pseudonym.key")),
        cancellation: TestContext.Current.CancellationToken);

    private static string Data(string name)
    {
        var named = Environment.GetEnvironmentVariable("ANALYTICS_TEST_DATA") is { Length: > 0 } folder
            ? Path.Combine(folder, name)
            : Find(Path.Combine("shared", "data", name));
        Assert.SkipUnless(named is not null && File.Exists(named), $"The data set {name} is not there; ANALYTICS_TEST_DATA may name its folder.");
        return named!;
    }

    /// <summary>The first such file in a folder above the tests, or null.</summary>
    private static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
