using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;
using Analytics.Samples;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>A sample, imported: what every report of these tests is made from.</summary>
public sealed class SampleWarehouse : IDisposable
{
    public static readonly SampleSettings Sample = new() { Subscribers = 40_000, Weeks = 20, ComplaintsPerWeek = 2_500, SurveyPerWeek = 60 };

    public static readonly StudySettings Settings = new() { OverallItem = SampleGenerator.OverallItem };

    private readonly TemporaryFolder _temporary = new();

    public SampleWarehouse()
    {
        Files = SampleGenerator.Write(Sample, _temporary.Sub("sample"), cancellation: TestContext.Current.CancellationToken);
        Planted = PlantedFacts.Load(Files.Planted);
        Database = WarehouseDatabase.Open(new WarehouseOptions(_temporary.Sub("warehouse.db")), TimeProvider.System);
        Imported =
        [
            Import(CanonicalTable.Subscriber, Files.Subscribers, Files.SubscribersMapping),
            Import(CanonicalTable.Complaint, Files.Complaints, Files.ComplaintsMapping),
            Import(CanonicalTable.Survey, Files.Survey, Files.SurveyMapping),
        ];
    }

    public SampleFiles Files { get; }

    public PlantedFacts Planted { get; }

    public WarehouseDatabase Database { get; }

    public IReadOnlyList<ImportResult> Imported { get; }

    public ReportResult Report(string period, string folder, string language = "zh-CN", StudySettings? settings = null, params IReadOnlyList<Filter> scope) =>
        ReportRun.Execute(
        new ReportRunRequest(
            ReportPeriod.Parse(period),
            scope,
            settings ?? Settings,
            language,
            new PublishTarget(folder),
            "0.0.0-test"), Database, TimeProvider.System);

    /// <summary>Copies the warehouse, which nobody writes to, for a test that changes it.</summary>
    public void CopyTo(string file)
    {
        foreach (var part in new[] { "", "-wal" }.Where(part => File.Exists(Database.File + part)))
        {
            File.Copy(Database.File + part, file + part);
        }
    }

    public void Dispose()
    {
        Database.Dispose();
        _temporary.Dispose();
    }

    private ImportResult Import(CanonicalTable table, string file, string mapping) =>
        ImportRun.Execute(new ImportRequest(table, file, mapping), Database, Pseudonyms(), cancellation: TestContext.Current.CancellationToken);

    public SubscriberPseudonymizer Pseudonyms() => SubscriberPseudonymizer.Load(null, _temporary.Sub("pseudonym.key"));
}
