using System.Security.Cryptography;
using System.Text;
using Analytics.Storage.Warehouse;
using Dapper;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>Everything a warehouse holds, table by table, but for the moments of the clock and what a server alone needs.</summary>
internal static class DatabaseDump
{
    private static readonly string[] ClockColumns = ["started_at", "finished_at", "applied_at"];
    private static readonly string[] ServerTables = ["write_holder", "stage_key", "stage_row", "stage_quarantine"];

    /// <summary>Hash of each table's rows, in whatever order the store gives them; the same content is the same in every store.</summary>
    public static Dictionary<string, string> Of(WarehouseOptions warehouse)
    {
        using var session = WarehouseConnection.Open(warehouse, isForReading: true);
        return session.Connection.Query<string>(warehouse.Provider == WarehouseProvider.Sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                : "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema', 'sys')")
            .Except(ServerTables)
            .ToDictionary(table => table, table => Hash(session, table));
    }

    private static string Hash(WarehouseSession session, string table)
    {
        using var command = session.Connection.CreateCommand();
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
