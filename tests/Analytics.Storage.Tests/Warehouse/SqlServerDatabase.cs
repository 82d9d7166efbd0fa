using Microsoft.Data.SqlClient;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>Databases on the SQL Server, or server of its protocol, that the environment names; tests are skipped without one.</summary>
internal static class SqlServerDatabase
{
    private const string Variable = "ANALYTICS_TEST_SQLSERVER";
    private static int _databases;

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public static string Create()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } server)
        {
            Assert.Skip($"{Variable} gives no connection string of a SQL Server.");
            return "";
        }

        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        Execute(server, $"CREATE DATABASE {name}");
        TryExecute(server, $"ALTER DATABASE {name} SET ALLOW_SNAPSHOT_ISOLATION ON");
        TryExecute(server, $"ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON");
        return new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
    }

    /// <summary>Drops a database that <see cref="Create"/> made.</summary>
    public static void Drop(string connectionString) =>
        TryExecute(Environment.GetEnvironmentVariable(Variable)!, $"DROP DATABASE {new SqlConnectionStringBuilder(connectionString).InitialCatalog}");

    private static void Execute(string server, string sql)
    {
        using var connection = new SqlConnection(server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>What a server may not know or not yet allow is passed over.</summary>
    private static void TryExecute(string server, string sql)
    {
        try
        {
            Execute(server, sql);
        }
        catch (SqlException)
        {
            // other servers of the protocol lack the setting, or have connections that end a moment later
        }
    }
}
