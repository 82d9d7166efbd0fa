using System.Data.Common;
using System.Globalization;
using Analytics.Core;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Opens sessions with the settings every reader and writer shares.</summary>
internal static class WarehouseConnection
{
    private const int PageSize = 8192;

    /// <summary>The write-ahead log is folded into the database every 64 MB, so that pages a bulk import touches again and again are copied once.</summary>
    private const int CheckpointPages = 8192;

    /// <summary>
    /// Readers map the first 64 MB of the file, so that pages that are asked for again and again are not copied; more would count as memory of the process and is no
    /// faster. Writers map nothing.
    /// </summary>
    private const long MappedBytes = 1L << 26;

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
                var postgres = PostgreSql(options);
                return string.Create(CultureInfo.InvariantCulture, $"{postgres.Host}:{postgres.Port}/{postgres.Database}");
            case WarehouseProvider.SqlServer:
                var server = SqlServer(options);
                return $"{server.DataSource}/{server.InitialCatalog}";
            default:
                return options.File;
        }
    }

    /// <summary>AN3108 where the connection string of a server is missing, cannot be read, or names no server or database.</summary>
    public static AnalyticsException? FaultOf(WarehouseOptions options)
    {
        try
        {
            var (server, database) = options.Provider switch
            {
                WarehouseProvider.PostgreSql => (PostgreSql(options).Host, PostgreSql(options).Database),
                WarehouseProvider.SqlServer => (SqlServer(options).DataSource, SqlServer(options).InitialCatalog),
                _ => ("embedded", options.File),
            };
            return string.IsNullOrEmpty(server) || string.IsNullOrEmpty(database) ? Unreadable(options, "it names no server or no database") : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return Unreadable(options, fault.Message);
        }
    }

    private static AnalyticsException Unreadable(WarehouseOptions options, string why) => new(
        "AN3108",
        $"Setting Warehouse:ConnectionString is no connection string for {options.Provider}: {why}.",
        options.Provider == WarehouseProvider.SqlServer
            ? "Write it as 'Server=db.example.org;Database=analytics;User ID=analytics', and give the password by Warehouse:PasswordFile or the environment."
            : "Write it as 'Host=db.example.org;Database=analytics;Username=analytics', and give the password by Warehouse:PasswordFile or the environment.",
        FaultKind.Usage);

    /// <summary>Connections are not pooled: a session's locks and temporary tables end with it.</summary>
    private static DbConnection Connection(WarehouseOptions options) => options.Provider switch
    {
        WarehouseProvider.PostgreSql => new NpgsqlConnection(PostgreSql(options).ConnectionString),
        WarehouseProvider.SqlServer => new SqlConnection(SqlServer(options).ConnectionString),
        _ => new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = options.File, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = PatienceSeconds }.ConnectionString),
    };

    private static NpgsqlConnectionStringBuilder PostgreSql(WarehouseOptions options)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = options.ConnectionString };
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, ApplicationName = ProgramName };
        if (options.Password.Length > 0)
        {
            settings.Password = options.Password;
        }

        if (!Says(given, "Command Timeout", "CommandTimeout"))
        {
            settings.CommandTimeout = StatementSeconds;
        }

        if (!Says(given, "Keepalive"))
        {
            settings.KeepAlive = KeepAliveSeconds;
        }

        if (!Says(given, "SSL Mode", "SslMode") && !IsThisMachine(settings.Host))
        {
            settings.SslMode = SslMode.Require;
        }

        return settings;
    }

    private static SqlConnectionStringBuilder SqlServer(WarehouseOptions options)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = options.ConnectionString };
        var settings = new SqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, ApplicationName = ProgramName };
        if (options.Password.Length > 0)
        {
            settings.Password = options.Password;
        }

        if (!Says(given, "Command Timeout", "CommandTimeout"))
        {
            settings.CommandTimeout = StatementSeconds;
        }

        return settings;
    }

    private static bool Says(DbConnectionStringBuilder given, params IEnumerable<string> names) => names.Any(given.ContainsKey);

    private static bool IsThisMachine(string? host) => host is null or "localhost" or "127.0.0.1" or "::1" || host.StartsWith('/');

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
