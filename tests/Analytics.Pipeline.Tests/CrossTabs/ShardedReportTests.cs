using System.Diagnostics;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Pipeline.Runs;
using Analytics.Publishing.Publish;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Sharding;
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

        _workers[1].Execute(WhileAsked.Barrier);
        Survives("down-before", options, expected, (step, server) => new At(step, server.Stop));
        Survives("stopped-while-asked", options, expected, (step, server) => new WhileAsked(step, server, server.Stop));
        Survives("killed-while-asked", options, expected, (step, server) => new WhileAsked(step, server, server.Kill));
    }

    [Fact]
    public void Shards_OfAWarehouseThatIsNone_AreRefused()
    {
        Should.Throw<AnalyticsException>(
            () => ShardSetup.Initialise(new WarehouseOptions(_folder.Sub("w.db")), ["Host=a", "Host=b"], TimeProvider.System)).Code.ShouldBe("AN3201");
        Should.Throw<AnalyticsException>(
            () =>
                ShardSetup.Initialise(
                    new WarehouseOptions("") { Provider = WarehouseProvider.PostgreSql, ConnectionString = "Host=a" },
                    ["Host=a", "Prot=5"],
                    TimeProvider.System)).Code.ShouldBe("AN3203");
    }

    /// <summary>
    /// One server of three ends: the error names it, nothing is published, no row is lost, and the next run gives the report there would have been.
    /// </summary>
    private void Survives(string folder, WarehouseOptions options, Report expected, Func<string, PostgresServer, IProgress<string>> ending)
    {
        var (rows, server) = (Rows(), _workers[1]);
        using (var sharded = WarehouseDatabase.Open(options, TimeProvider.System))
        {
            var steps = ending("study.cross-tabs", server);
            var fault = Should.Throw<AnalyticsException>(() => Make(sharded, CrossTabChoice.PushDown, folder, steps));
            (fault.Code, fault.Kind).ShouldBe(("AN3204", FaultKind.Run), fault.ToString());
            fault.Problem.ShouldStartWith(
                FormattableString.Invariant(
                    $"The warehouse '{sharded.Place}' has lost 127.0.0.1:{server.Port}/postgres (analytics_shard_1), where a share of it is kept: "));
            (steps as WhileAsked)?.Finish().ShouldStartWith("FETCH ");
            Directory.Exists(_folder.Sub(folder)).ShouldBeFalse("nothing is published");
        }

        server.Start();
        Rows().ShouldBe(rows);
        using (var sharded = WarehouseDatabase.Open(options, TimeProvider.System))
        {
            ReportComparison.Differences(expected, Make(sharded, CrossTabChoice.PushDown, folder)).ShouldBeEmpty();
        }

        TemporaryFolder.Files(_folder.Sub(folder)).Keys.Count(f => f.EndsWith("run.json", StringComparison.Ordinal)).ShouldBe(1);
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
        Should.Throw<AnalyticsException>(
            () => ShardSetup.Initialise(options, [.. _workers.Select(w => w.ConnectionString())], TimeProvider.System)).Code.ShouldBe("AN3202");
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
        var request = new ReportRunRequest(
            ReportPeriod.Parse("2026-W45"),
            [],
            Settings,
            "en",
            new PublishTarget(_folder.Sub(folder)),
            "0.0.0-test") { CrossTabs = choice };
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

    /// <summary>Does something when a step begins, once.</summary>
    private sealed class At(string step, Action act) : IProgress<string>
    {
        private bool _isDone;

        public void Report(string value)
        {
            if (value == step && !_isDone)
            {
                _isDone = true;
                act();
            }
        }
    }

    /// <summary>
    /// Closes the barrier before the complaints of a server when a step begins, so that the step's query waits there, and ends the server while it does.
    /// </summary>
    private sealed class WhileAsked(string step, PostgresServer server, Action end) : IProgress<string>
    {
        /// <summary>Makes every query of the complaints wait for as long as somebody holds the barrier.</summary>
        public const string Barrier = """
            CREATE FUNCTION pass() RETURNS boolean LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_lock_shared(1);
                PERFORM pg_advisory_unlock_shared(1); RETURN true; END';
            ALTER TABLE complaint RENAME TO complaint_rows;
            CREATE VIEW complaint AS SELECT * FROM complaint_rows WHERE (SELECT pass());
            """;

        private const string Waiting = "SELECT query FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND state = 'active' LIMIT 1";
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
        private string _query = "";
        private Task? _ending;

        /// <summary>Waits until the server has ended, and gives the statement it had at work then.</summary>
        public string Finish()
        {
            _ending.ShouldNotBeNull().Wait();
            return _query;
        }

        public void Report(string value)
        {
            if (value != step || _ending is not null)
            {
                return;
            }

            var holder = Connect();
            Ask(holder, "SELECT pg_advisory_lock(1)");
            _ending = Task.Run(() =>
            {
                using var watcher = Connect();
                for (var clock = Stopwatch.StartNew(); _query.Length == 0 && clock.Elapsed < Patience; Thread.Sleep(20))
                {
                    _query = (string?)Ask(watcher, Waiting) ?? "";
                }

                end();
                holder.Dispose();
            });
        }

        private Npgsql.NpgsqlConnection Connect()
        {
            var connection = new Npgsql.NpgsqlConnection(server.ConnectionString() + ";Pooling=false");
            connection.Open();
            return connection;
        }

        private static object? Ask(Npgsql.NpgsqlConnection connection, string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts stand above
            command.CommandText = sql;
#pragma warning restore CA2100
            return command.ExecuteScalar();
        }
    }
}
