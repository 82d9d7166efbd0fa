using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Reading;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>The sample from the files to the published report, through a PostgreSQL warehouse and through the embedded one.</summary>
[Collection(nameof(SampleWarehouse))]
public sealed class ServerReportTests(SampleWarehouse sample) : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("2026-W46", "")]
    [InlineData("2026-10", "region")]
    public void Report_FromAServer_IsTheSameBytesAsFromTheEmbeddedStore(string period, string scopeColumn)
    {
        var database = PostgresServer.Shared.CreateDatabase();
        using (
            var warehouse = WarehouseDatabase.Open(
                new WarehouseOptions("") { Provider = WarehouseProvider.PostgreSql, ConnectionString = database },
                TimeProvider.System))
        {
            Import(warehouse, CanonicalTable.Subscriber, sample.Files.Subscribers, sample.Files.SubscribersMapping);
            Import(warehouse, CanonicalTable.Complaint, sample.Files.Complaints, sample.Files.ComplaintsMapping);
            Import(warehouse, CanonicalTable.Survey, sample.Files.Survey, sample.Files.SurveyMapping);
            warehouse.Imports().ShouldBe(sample.Database.Imports());

            Filter[] scope = scopeColumn.Length == 0 ? [] : [new Filter(scopeColumn, [Region(warehouse)])];
            var fromServer = ReportRun.Execute(
                new ReportRunRequest(
                    ReportPeriod.Parse(period),
                    scope,
                    SampleWarehouse.Settings,
                    "zh-CN",
                    new PublishTarget(_temporary.Sub("server")),
                    "0.0.0-test"),
                warehouse,
                TimeProvider.System);
            var fromFile = sample.Report(period, _temporary.Sub("embedded"), scope: scope);

            Contents(fromServer.Publication.Folder).ShouldBe(Contents(fromFile.Publication.Folder));
        }

        PostgresServer.Shared.DropDatabase(database);
    }

    private static string Region(WarehouseDatabase warehouse) =>
        warehouse.Read(
            new WindowRequest(FactTable.Complaints, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1), ["region"], "Asia/Shanghai", TimeSpan.Zero, default))
            .First().Dimensions["region"].Labels[1];

    /// <summary>Every file but the run's own record, which holds its times: path and hash.</summary>
    private static List<string> Contents(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(file => Path.GetFileName(file) != "run.json")
            .Select(
                file =>
                    $"{Path.GetRelativePath(folder, file)} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}")];

    private void Import(WarehouseDatabase warehouse, CanonicalTable table, string file, string mapping) =>
        ImportRun.Execute(new ImportRequest(table, file, mapping), warehouse, sample.Pseudonyms(), cancellation: TestContext.Current.CancellationToken);
}
