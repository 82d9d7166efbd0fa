using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Analytics.Storage.Warehouse.Engines;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>Everything a warehouse holds, table by table, but for the moments of the clock and what a server alone needs.</summary>
internal static class DatabaseDump
{
    private static readonly string[] ClockColumns = ["started_at", "finished_at", "applied_at"];
    private static readonly string[] ServerTables = ["write_holder", "stage_key", "stage_row", "stage_quarantine"];

    /// <summary>As <see cref="Of(WarehouseOptions)"/>, of an embedded warehouse.</summary>
    public static Dictionary<string, string> Of(string file) => Of(new WarehouseOptions(file));

    /// <summary>Hash of each table's rows, in whatever order the store gives them; the same content is the same in every store.</summary>
    public static Dictionary<string, string> Of(WarehouseOptions warehouse)
    {
        using DbConnection connection = warehouse.Provider switch
        {
            WarehouseProvider.PostgreSql => new NpgsqlConnection(warehouse.ConnectionString + ";Pooling=false"),
            WarehouseProvider.SqlServer => new SqlConnection(warehouse.ConnectionString + ";Pooling=false"),
            _ => new SqliteConnection($"Data Source={warehouse.File};Pooling=False"),
        };
        connection.Open();
        return Tables(connection).Except(ServerTables).ToDictionary(table => table, table => Hash(connection, table));
    }

    private static List<string> Tables(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = connection is SqliteConnection
            ? "SELECT name FROM sqlite_master WHERE type = 'table'"
            : "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'sys')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static string Hash(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount).Where(i => !ClockColumns.Contains(reader.GetName(i))).OrderBy(reader.GetName, StringComparer.Ordinal).ToArray();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('\u001f', columns.Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : FormattableString.Invariant($"{reader.GetValue(i)}"))));
        }

        rows.Sort(StringComparer.Ordinal);
        return $"{rows.Count} rows {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
    }
}
