using System.Data.Common;
using System.Globalization;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Pull;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources.Databases;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Reading;
using Analytics.Tests;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Pipeline.Tests.Pull;

/// <summary>A source database with complaints, a mapping of them and a warehouse, that go with their test.</summary>
internal sealed class PullWorld : IDisposable
{
    public const string Mapping = """
        { "table": "complaint", "columns": {
            "complaint_id": "id", "subscriber_id": "customer", "received_at": "received_at", "cause": "cause", "closed_at": "closed_at" } }
        """;

    public const string MappingWithoutId = """
        { "table": "complaint", "columns": { "subscriber_id": "customer", "received_at": "received_at", "cause": "cause", "closed_at": "closed_at" } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-pull-").FullName;
    private readonly PostgresServer? _server;
    private readonly string? _database;
    private readonly bool _ownsServer;
    private readonly WarehouseOptions _warehouse;

    /// <summary>A source of a kind on the shared server or on one of the test's own, and a warehouse in a file or, where told so, on a server.</summary>
    public PullWorld(DatabaseKind kind, PostgresServer? server = null, PostgresServer? warehouse = null)
    {
        Kind = kind;
        _warehouse = warehouse is null
            ? new WarehouseOptions(WarehouseFile)
            : new WarehouseOptions("") { Provider = WarehouseProvider.PostgreSql, ConnectionString = warehouse.CreateDatabase() };
        Warehouse = WarehouseDatabase.Open(_warehouse, TimeProvider.System);
        if (kind == DatabaseKind.PostgreSql)
        {
            _server = server ?? PostgresServer.Shared;
            _ownsServer = server is not null; // it goes with its databases
            _database = _server.CreateDatabase();
        }

        Execute(
            "CREATE TABLE complaints (id BIGINT NOT NULL PRIMARY KEY, customer VARCHAR(20), received_at TIMESTAMP, cause VARCHAR(40), closed_at TIMESTAMP, "
                + "changed_at TIMESTAMP)");
    }

    public static SubscriberPseudonymizer Pseudonyms { get; } = new(new byte[16]);

    public DatabaseKind Kind { get; }

    public WarehouseDatabase Warehouse { get; }

    public string WarehouseFile => Path.Combine(_folder, "warehouse.db");

    public string ConnectionString => _database ?? Path.Combine(_folder, "source.db");

    public string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>The source as configured: by change, pages of 7 rows, two days of overlap.</summary>
    public SourceDefinition Source(string mapping = Mapping, Func<DatabaseQuery, DatabaseQuery>? change = null, CanonicalTable? table = null)
    {
        var query = new DatabaseQuery
        {
            Table = "complaints",
            WatermarkColumn = "changed_at",
            KeyColumns = ["id"],
            Overlap = WatermarkOverlap.Parse("2d"),
            PageRows = 7,
        };
        return new SourceDefinition
        {
            Name = "crm",
            Table = table ?? CanonicalTable.Complaint,
            MappingFile = Write("map.json", mapping),
            TimeZone = "UTC",
            Address = new DatabaseAddress(Kind, ConnectionString) { Encrypt = false, FirstWait = TimeSpan.FromMilliseconds(50) },
            Query = change is null ? query : change(query),
            BatchRows = 10,
        };
    }

    public PullResult Pull(SourceDefinition? source = null, IProgress<ImportProgress>? progress = null) =>
        PullRun.Execute(source ?? Source(), Warehouse, Pseudonyms, TimeProvider.System, progress, TestContext.Current.CancellationToken);

    /// <summary>Adds complaints with ids from–to, one an hour from 2026-11-01, changed when received.</summary>
    public void Add(int from, int to)
    {
        using var connection = Connect();
        using var transaction = connection.BeginTransaction();
        for (var id = from; id <= to; id++)
        {
            var at = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(id).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"INSERT INTO complaints VALUES ({id}, '139{id % 50:00000000}', '{at}', 'cause {id % 5}', NULL, '{at}')");
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>Runs a statement at the source.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first value a query of the warehouse's own tables gives, as text.</summary>
    public string? Look(string sql)
    {
        using var connection = ConnectToWarehouse();
        return Ask(connection, sql);
    }

    public DbConnection ConnectToWarehouse()
    {
        DbConnection connection = _warehouse.Provider == WarehouseProvider.PostgreSql
            ? new NpgsqlConnection(_warehouse.ConnectionString + ";Pooling=false")
            : new SqliteConnection($"Data Source={WarehouseFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    public static string? Ask(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts stand in the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }

    /// <summary>The complaints that are stored: id and cause, by id.</summary>
    public List<(string Id, string Cause)> Stored()
    {
        var rows = Warehouse.ReadDetails(
            new WindowRequest(
                Core.CrossTabs.FactTable.Complaints,
                new DateOnly(2020, 1, 1),
                new DateOnly(2100, 1, 1),
                [],
                "UTC",
                TimeSpan.Zero,
                new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
            [],
            int.MaxValue);
        return [.. rows.Select(r => (r.CaseId ?? "", r.Cause ?? "")).OrderBy(r => r.Item1.Length).ThenBy(r => r.Item1, StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        Warehouse.Dispose();
        if (_warehouse.Provider == WarehouseProvider.PostgreSql
            && new NpgsqlConnectionStringBuilder(_warehouse.ConnectionString).Port == PostgresServer.Shared.Port)
        {
            PostgresServer.Shared.DropDatabase(_warehouse.ConnectionString);
        }

        if (_database is not null && !_ownsServer)
        {
            _server!.DropDatabase(_database);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private DbConnection Connect()
    {
        DbConnection connection = Kind == DatabaseKind.PostgreSql
            ? new NpgsqlConnection(ConnectionString + ";Pooling=false")
            : new SqliteConnection($"Data Source={ConnectionString};Pooling=False");
        connection.Open();
        return connection;
    }
}
