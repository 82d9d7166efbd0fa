using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Analytics.Storage.Warehouse;

/// <summary>Opens sessions with the settings every reader and writer shares.</summary>
internal static class WarehouseConnection
{
    private const int PageSize = 8192;

    /// <summary>The write-ahead log is folded into the database every 64 MB, so that pages a bulk import touches again and again are copied once.</summary>
    private const int CheckpointPages = 8192;

    /// <summary>Readers map the file: looking subscribers up all over a large base then copies no pages. Writers do not, so that their memory stays bound.</summary>
    private const long MappedBytes = 1L << 36;

    /// <summary>How long a statement waits for another writer of the embedded file: longer than any transaction of an import takes.</summary>
    private const int PatienceSeconds = 30;

    /// <summary>How long a server may take over a statement, or between the rows of one, where the connection string does not say.</summary>
    private const int StatementSeconds = 600;

    private const int KeepAliveSeconds = 30;

    private const string ProgramName = "analytics";

    /// <summary>A connection is used by one thread at a time, so SQLite need not lock it at every call; says nothing where the library is in use already.</summary>
    static WarehouseConnection()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    /// <summary>Opens a session; an embedded database is created when absent.</summary>
    public static WarehouseSession Open(WarehouseOptions options, bool isForReading)
    {
        var connection = Connection(options);
        try
        {
            connection.Open();
            var session = new WarehouseSession(connection, SqlDialect.Of(options.Provider), PlaceOf(options));
            if (options.Provider == WarehouseProvider.Sqlite)
            {
                session.Run(Settings(options, isForReading));
            }

            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The file, or server and database, as people know them; no user, no password.</summary>
    public static string PlaceOf(WarehouseOptions options)
    {
        switch (options.Provider)
        {
            case WarehouseProvider.PostgreSql:
                var postgres = new NpgsqlConnectionStringBuilder(options.ConnectionString);
                return string.Create(CultureInfo.InvariantCulture, $"{postgres.Host}:{postgres.Port}/{postgres.Database}");
            case WarehouseProvider.SqlServer:
                var server = new SqlConnectionStringBuilder(options.ConnectionString);
                return $"{server.DataSource}/{server.InitialCatalog}";
            default:
                return options.File;
        }
    }

    /// <summary>Connections are not pooled: a session's locks and temporary tables end with it.</summary>
    private static DbConnection Connection(WarehouseOptions options) => options.Provider switch
    {
        WarehouseProvider.PostgreSql => new NpgsqlConnection(PostgreSql(options.ConnectionString).ConnectionString),
        WarehouseProvider.SqlServer => new SqlConnection(SqlServer(options.ConnectionString).ConnectionString),
        _ => new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = options.File, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = PatienceSeconds }.ConnectionString),
    };

    private static NpgsqlConnectionStringBuilder PostgreSql(string text)
    {
        var settings = new NpgsqlConnectionStringBuilder(text) { Pooling = false, ApplicationName = ProgramName };
        if (!settings.ContainsKey("Command Timeout"))
        {
            settings.CommandTimeout = StatementSeconds;
        }

        if (!settings.ContainsKey("Keepalive"))
        {
            settings.KeepAlive = KeepAliveSeconds;
        }

        return settings;
    }

    private static SqlConnectionStringBuilder SqlServer(string text)
    {
        var settings = new SqlConnectionStringBuilder(text) { Pooling = false, ApplicationName = ProgramName };
        if (!settings.ShouldSerialize("Command Timeout"))
        {
            settings.CommandTimeout = StatementSeconds;
        }

        return settings;
    }

    private static string Settings(WarehouseOptions options, bool isForReading)
    {
        var pages = options.MaximumMegabytes > 0 ? options.MaximumMegabytes * (1024L * 1024 / PageSize) : int.MaxValue;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            PRAGMA page_size = {PageSize};
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA wal_autocheckpoint = {CheckpointPages};
            PRAGMA journal_size_limit = {CheckpointPages * (long)PageSize};
            PRAGMA cache_size = {-1024L * options.CacheMegabytes};
            PRAGMA max_page_count = {pages};
            PRAGMA temp_store = MEMORY;
            PRAGMA mmap_size = {(isForReading ? MappedBytes : 0)};
            PRAGMA busy_timeout = {PatienceSeconds * 1000};
            """);
    }
}
