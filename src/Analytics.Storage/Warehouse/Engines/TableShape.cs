using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Looks which columns tables have that are not the warehouse's own: those of the job store.</summary>
public static class TableShape
{
    /// <summary>Columns by table, both in lower case, of the tables whose names begin with a prefix; nothing is changed.</summary>
    /// <param name="provider">Engine.</param>
    /// <param name="connectionString">The driver's connection string.</param>
    /// <param name="prefix">Prefix in lower case, without characters that stand for others.</param>
    /// <returns>Empty where there are no such tables, or the database cannot be read.</returns>
    public static ILookup<string, string> Read(WarehouseProvider provider, string connectionString, string prefix)
    {
        try
        {
            using DbConnection connection = provider switch
            {
                WarehouseProvider.PostgreSql => new NpgsqlConnection(connectionString),
                WarehouseProvider.SqlServer => new SqlConnection(connectionString),
                _ => new SqliteConnection(connectionString),
            };
            connection.Open();
            return connection.Query<(string Table, string Column)>(SqlDialect.Of(provider).Sql("columns_of_tables"), new { prefix = prefix + "%" }).ToLookup(c => c.Table, c => c.Column, StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException or ArgumentException)
        {
            return Enumerable.Empty<(string Table, string Column)>().ToLookup(c => c.Table, c => c.Column);
        }
    }
}
