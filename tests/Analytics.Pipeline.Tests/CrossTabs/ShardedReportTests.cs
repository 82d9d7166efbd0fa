using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Pipeline.Publish;
using Analytics.Pipeline.Tests.Publish;
using Analytics.Storage.Warehouse;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.CrossTabs;

/// <summary>A warehouse spread over three servers gives the reports of a whole one, and says so when a server is away.</summary>
public sealed class ShardedReportTests : IDisposable
{
    private static readonly StudySettings Settings = new() { BootstrapResamples = 100, DetailRows = 20 };
    private readonly TemporaryFolder _folder = new();
    private readonly List<PostgresServer> _workers = [];
    private string? _coordinator;

    public void Dispose()
    {
        if (_coordinator is not null)
        {
            PostgresServer.Shared.DropDatabase(_coordinator);
        }

        _workers.ForEach(w => w.Dispose());
        _folder.Dispose();
    }

    [Fact]
    public void Report_FromShards_IsTheWholeWarehouses_AndSurvivesAServerThatDies()
    {
        using var whole = WarehouseDatabase.Open(new WarehouseOptions(_folder.Sub("whole.db")), TimeProvider.System);
        var options = Spread();
        using (var sharded = WarehouseDatabase.Open(options, TimeProvider.System))
        {
            Fill(whole);
            Fill(sharded);
            sharded.Imports().ShouldBe(whole.Imports());
        }

        Rows().ShouldAllBe(rows => rows > 500, "every server holds its share");
        Rows().Sum().ShouldBe(4_000);
        var expected = Make(whole, CrossTabChoice.Memory, "whole");
        foreach (var choice in new[] { CrossTabChoice.PushDown, CrossTabChoice.Memory })
        {
            using var sharded = WarehouseDatabase.Open(options, TimeProvider.System);
            ReportComparison.Differences(expected, Make(sharded, choice, "sharded-" + choice)).ShouldBeEmpty(choice.ToString());
        }

        Dies(options);
        _workers[1].Start();
        using (var sharded = WarehouseDatabase.Open(options, TimeProvider.System))
        {
            ReportComparison.Differences(expected, Make(sharded, CrossTabChoice.PushDown, "faulty")).ShouldBeEmpty();
        }

        TemporaryFolder.Files(_folder.Sub("faulty")).Keys.Count(f => f.EndsWith("run.json", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Shards_OfAWarehouseThatIsNone_AreRefused()
    {
        Should.Throw<AnalyticsException>(() => ShardSetup.Initialise(new WarehouseOptions(_folder.Sub("w.db")), ["Host=a", "Host=b"], TimeProvider.System)).Code.ShouldBe("AN3201");
        Should.Throw<AnalyticsException>(() => ShardSetup.Initialise(new WarehouseOptions("") { Provider = WarehouseProvider.PostgreSql, ConnectionString = "Host=a" }, ["Host=a", "Prot=5"], TimeProvider.System)).Code.ShouldBe("AN3203");
    }

    /// <summary>One server ends while the others are asked.</summary>
    private void Dies(WarehouseOptions options)
    {
        using var sharded = WarehouseDatabase.Open(options, TimeProvider.System);
        var steps = new StopAt("study.cross-tabs", () => _workers[1].Stop());
        var fault = Should.Throw<AnalyticsException>(() => Make(sharded, CrossTabChoice.PushDown, "faulty", steps));
        fault.Code.ShouldStartWith("AN3");
        Directory.Exists(_folder.Sub("faulty")).ShouldBeFalse("nothing is published");
    }

    private WarehouseOptions Spread()
    {
        _coordinator = PostgresServer.Shared.CreateDatabase();
        for (var i = 0; i < 3; i++)
        {
            _workers.Add(PostgresServer.New());
        }

        var options = new WarehouseOptions("") { Provider = WarehouseProvider.PostgreSql, ConnectionString = _coordinator };
        ShardSetup.Initialise(options, [.. _workers.Select(w => w.ConnectionString())], TimeProvider.System);
        Should.Throw<AnalyticsException>(() => ShardSetup.Initialise(options, [.. _workers.Select(w => w.ConnectionString())], TimeProvider.System)).Code.ShouldBe("AN3202");
        return options;
    }

    private List<long> Rows() => [.. _workers.Select(w =>
    {
        using var connection = new Npgsql.NpgsqlConnection(w.ConnectionString() + ";Pooling=false");
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand("SELECT COUNT(*) FROM complaint", connection);
        return (long)command.ExecuteScalar()!;
    })];

    private Report Make(WarehouseDatabase warehouse, CrossTabChoice choice, string folder, IProgress<string>? steps = null)
    {
        var request = new ReportRunRequest(ReportPeriod.Parse("2026-W45"), [], Settings, "en", new PublishTarget(_folder.Sub(folder)), "0.0.0-test") { CrossTabs = choice };
        var report = ReportRun.Execute(request, warehouse, TimeProvider.System, steps).Report;
        report.Kpis.Count(k => k.Current.State == FigureState.Known).ShouldBeGreaterThan(2);
        return report;
    }

    /// <summary>Four thousand complaints and some answers of fifteen weeks, and the population of thirteen regions, from a seed.</summary>
    private static void Fill(WarehouseDatabase warehouse)
    {
        var random = new Random(7);
        var first = new DateTime(2026, 8, 3, 0, 0, 0, DateTimeKind.Utc);
        Import(warehouse, CanonicalTable.Population, 52, (row, i) =>
        {
            Put(row, CanonicalTable.Population, "as_of", FieldValue.FromDay(new DateOnly(2026, 10, 31)));
            Put(row, CanonicalTable.Population, "region", FieldValue.FromText("region " + (i % 13)));
            Put(row, CanonicalTable.Population, "brand", FieldValue.FromText("brand " + (i / 13)));
            Put(row, CanonicalTable.Population, "subscribers", FieldValue.FromInteger(random.Next(10_000, 90_000)));
        });
        Import(warehouse, CanonicalTable.Complaint, 4_000, (row, _) =>
        {
            var received = first.AddMinutes(random.Next(15 * 7 * 24 * 60));
            Put(row, CanonicalTable.Complaint, "received_at", FieldValue.FromInstant(received));
            Put(row, CanonicalTable.Complaint, "region", FieldValue.FromText("region " + random.Next(13)));
            Put(row, CanonicalTable.Complaint, "cause", FieldValue.FromText("cause " + (random.Next(20) * random.Next(2))));
            Put(row, CanonicalTable.Complaint, "category", FieldValue.FromText("category " + random.Next(4)));
            Put(row, CanonicalTable.Complaint, "channel", FieldValue.FromText("channel " + random.Next(5)));
            Put(row, CanonicalTable.Complaint, "count", FieldValue.FromInteger(random.Next(1, 4)));
            if (random.Next(3) > 0)
            {
                Put(row, CanonicalTable.Complaint, "closed_at", FieldValue.FromInstant(received.AddMinutes(random.Next(9_000))));
            }
        });
        Import(warehouse, CanonicalTable.Survey, 600, (row, i) =>
        {
            Put(row, CanonicalTable.Survey, "response_id", FieldValue.FromText("r" + i));
            Put(row, CanonicalTable.Survey, "answered_at", FieldValue.FromInstant(first.AddMinutes(random.Next(15 * 7 * 24 * 60))));
            Put(row, CanonicalTable.Survey, "item", FieldValue.FromText("overall"));
            Put(row, CanonicalTable.Survey, "region", FieldValue.FromText("region " + random.Next(13)));
            Put(row, CanonicalTable.Survey, "score", FieldValue.FromReal(random.Next(1, 11)));
        });
        warehouse.PutScales(new Dictionary<string, ItemScale> { ["*"] = new(1, 10) });
    }

    private static void Import(WarehouseDatabase warehouse, CanonicalTable table, int rows, Action<FieldValue[], int> fill)
    {
        using var session = warehouse.BeginImport(new ImportIdentity(table, table.Name + ".csv", table.Name, "m"));
        var batch = new RowBatch(table, rows);
        for (var i = 0; i < rows; i++)
        {
            var values = new FieldValue[table.Fields.Count];
            fill(values, i);
            values.CopyTo(batch.Add(i + 2));
        }

        batch.SourceRowsRead = rows;
        session.Write(batch);
        session.Complete([]);
    }

    private static void Put(FieldValue[] row, CanonicalTable table, string field, FieldValue value) => row[table[field].Index] = value;

    private sealed class StopAt(string step, Action stop) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value == step)
            {
                stop();
            }
        }
    }
}
