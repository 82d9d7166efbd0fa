using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>Opens connections with the settings every reader and writer shares.</summary>
internal static class WarehouseConnection
{
    /// <summary>Opens the database.</summary>
    /// <param name="file">Path of the file; created when absent.</param>
    /// <param name="cacheMegabytes">Bound of the page cache.</param>
    public static SqliteConnection Open(string file, int cacheMegabytes)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 10 };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8192; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = {-1024L * cacheMegabytes}; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = 10000;"));
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
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
