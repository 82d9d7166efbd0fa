using System.Reflection;
using System.Text;
using Microsoft.Data.SqlClient;

namespace Analytics.Storage.Tests.Sources.Databases;

/// <summary>SqlClient asks for the assembly Microsoft.SqlServer.Server; the one of this repository answers (docs/adr/008).</summary>
public sealed class StandInAssemblyTests
{
    [Fact]
    public void StandIn_HasTheNameVersionAndTypes_ThatTheDriverAsksFor()
    {
        var standIn = Assembly.Load("Microsoft.SqlServer.Server");
        var asked = typeof(SqlConnection).Assembly.GetReferencedAssemblies().Single(r => r.Name == "Microsoft.SqlServer.Server");

        standIn.GetName().Version.ShouldBe(asked.Version);
        standIn.GetExportedTypes().Select(t => t.FullName).Order(StringComparer.Ordinal).ShouldBe(
        [
            "Microsoft.SqlServer.Server.DataAccessKind",
            "Microsoft.SqlServer.Server.Format",
            "Microsoft.SqlServer.Server.IBinarySerialize",
            "Microsoft.SqlServer.Server.InvalidUdtException",
            "Microsoft.SqlServer.Server.SqlFacetAttribute",
            "Microsoft.SqlServer.Server.SqlFunctionAttribute",
            "Microsoft.SqlServer.Server.SqlMethodAttribute",
            "Microsoft.SqlServer.Server.SqlUserDefinedAggregateAttribute",
            "Microsoft.SqlServer.Server.SqlUserDefinedTypeAttribute",
            "Microsoft.SqlServer.Server.SystemDataAccessKind",
        ]);
    }

    [Fact]
    public void ParameterisedCommand_RunsOverTheWire()
    {
        using var server = new TdsListener(42);
        using var connection = new SqlConnection(server.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT @answer AS value";
        command.Parameters.AddWithValue("@answer", 42);

        command.ExecuteScalar().ShouldBe(42);
        Encoding.Unicode.GetString(server.Requests[^1]).ShouldContain("@answer int");
    }

    [Fact]
    public void CommandOnARealServer_RunsWithParameters()
    {
        var server = Environment.GetEnvironmentVariable("ANALYTICS_TEST_SQLSERVER");
        if (string.IsNullOrEmpty(server)) Assert.Skip("ANALYTICS_TEST_SQLSERVER gives no connection string");
        using var connection = new SqlConnection(server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT @number + 1";
        command.Parameters.AddWithValue("@number", 41);

        command.ExecuteScalar().ShouldBe(42);
    }
}
