using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>Everything a database holds, table by table, but for the moments of the clock.</summary>
internal static class DatabaseDump
{
    private static readonly string[] ClockColumns = ["started_at", "finished_at", "applied_at"];

    /// <summary>Hash of each table's rows in the order of all their columns.</summary>
    public static Dictionary<string, string> Of(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'").ToDictionary(table => table, table => Hash(connection, table));
    }

    private static string Hash(SqliteConnection connection, string table)
    {
        var columns = connection.Query<string>($"SELECT name FROM pragma_table_info('{table}')").Except(ClockColumns).ToList();
        var list = string.Join(", ", columns.Select(c => $"\"{c}\""));
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {list} FROM \"{table}\" ORDER BY {list}";
        using var reader = command.ExecuteReader();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0;
        for (; reader.Read(); rows++)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                var value = reader.GetValue(i);
                hash.AppendData(value is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(FormattableString.Invariant($"{value}\u001f")));
            }
        }

        return $"{rows} rows {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
