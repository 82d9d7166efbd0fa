using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>Opens connections with the settings every reader and writer shares.</summary>
internal static class WarehouseConnection
{
    private const int PageSize = 8192;

    /// <summary>The write-ahead log is folded into the database every 64 MB, so that pages a bulk import touches again and again are copied once.</summary>
    private const int CheckpointPages = 8192;

    /// <summary>Readers map the file: looking subscribers up all over a large base then copies no pages. Writers do not, so that their memory stays bound.</summary>
    private const long MappedBytes = 1L << 36;

    /// <summary>Opens the database; the file is created when absent.</summary>
    public static SqliteConnection Open(WarehouseOptions options, bool isForReading)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = options.File, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 10 };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, Settings(options, isForReading));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
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
            PRAGMA busy_timeout = 10000;
            """);
    }

    /// <summary>Runs statements without parameters.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text comes from embedded files and constants only
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
