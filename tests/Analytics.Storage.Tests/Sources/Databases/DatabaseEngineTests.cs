using System.Text;
using Analytics.Core;
using Analytics.Storage.Sources.Databases;
using Analytics.Tests;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Analytics.Storage.Tests.Sources.Databases;

public sealed class DatabaseEngineTests
{
    [Fact]
    public void Connections_AreEncryptedAndReadOnly_UnlessToldOtherwise()
    {
        SqlServer("Server=db;Database=crm").ShouldBe((SqlConnectionEncryptOption.Mandatory, ApplicationIntent.ReadOnly));
        SqlServer("Server=db;Database=crm", encrypt: false).ShouldBe((SqlConnectionEncryptOption.Optional, ApplicationIntent.ReadOnly));
        SqlServer("Server=db;Database=crm;Encrypt=Strict").Encrypt.ShouldBe(SqlConnectionEncryptOption.Strict);
        Postgres("Host=db").ShouldBe((SslMode.Require, "-c default_transaction_read_only=on"));
        Postgres("Host=db;Options=-c search_path=crm", encrypt: false).ShouldBe((SslMode.Prefer, "-c search_path=crm -c default_transaction_read_only=on"));
        Postgres("Host=db;SSL Mode=VerifyFull").Mode.ShouldBe(SslMode.VerifyFull);
        using var embedded = DatabaseEngine.Of(DatabaseKind.Sqlite).Connect(new DatabaseAddress(DatabaseKind.Sqlite, "/data/crm.db"));
        embedded.ConnectionString.ShouldContain("Mode=ReadOnly");
    }

    [Fact]
    public void Writing_ThroughAQuery_IsRefusedByTheServer()
    {
        var database = PostgresServer.Shared.CreateDatabase();
        using (var connection = new NpgsqlConnection(database + ";Pooling=false"))
        {
            connection.Open();
            using var create = new NpgsqlCommand("CREATE SEQUENCE numbers", connection);
            create.ExecuteNonQuery();
        }

        var address = new DatabaseAddress(DatabaseKind.PostgreSql, database) { Encrypt = false };
        var query = new DatabaseQuery { Query = "SELECT nextval('numbers') AS id" };
        using var session = DatabaseSession.Open("crm", address, query, TimeProvider.System, cancellation: TestContext.Current.CancellationToken);
        using var rows = session.Read(session.Range(null, DateTime.UnixEpoch), new DatabaseReadOptions("crm"));
        var fault = Should.Throw<AnalyticsException>(() => rows.Read());
        (fault.Code, fault.Problem.Contains("read-only transaction", StringComparison.Ordinal)).ShouldBe(("AN2315", true));
    }

    [Fact]
    public void Cells_OfEveryKind_AreTheirText()
    {
        const string values = """
            '投诉 😡'::text AS a, 'varying'::varchar(20) AS b, 'ab'::char(3) AS c, 'a name'::name AS d, ''::text AS e, NULL::text AS f, '{"k": 1}'::jsonb AS g, '{"k": 1}'::json AS h,
            '00000000-0000-0000-0000-000000000001'::uuid AS i, 18.60::numeric(12,2) AS j, 7::smallint AS k, 1.5::double precision AS l, true AS m, '2026-11-16 08:30:00'::timestamp AS n,
            '2026-11-16'::date AS o, '2026-11-16 08:30:00+08'::timestamptz AS p, repeat('长', 3000) AS q
            """;
        var address = new DatabaseAddress(DatabaseKind.PostgreSql, PostgresServer.Shared.ConnectionString()) { Encrypt = false };
        using var session = DatabaseSession.Open("crm", address, new DatabaseQuery { Query = $"SELECT {values}" }, TimeProvider.System, cancellation: TestContext.Current.CancellationToken);
        using var rows = session.Read(session.Range(null, DateTime.UnixEpoch), new DatabaseReadOptions("crm"));
        rows.Read().ShouldBeTrue();
        Enumerable.Range(0, rows.FieldCount).Select(i => Encoding.UTF8.GetString(rows.Field(i))).ShouldBe(
        [
            "投诉 😡", "varying", "ab ", "a name", "", "", """{"k": 1}""", """{"k": 1}""", "00000000-0000-0000-0000-000000000001", "18.60", "7", "1.5", "true", "2026-11-16 08:30:00",
            "2026-11-16", "2026-11-16T00:30:00Z", new string('长', 3000),
        ]);
    }

    [Fact]
    public void ServerWithoutEncryption_IsNotSpokenTo_UnlessAllowed()
    {
        var server = PostgresServer.Shared;
        var fault = Should.Throw<AnalyticsException>(() => Open(new DatabaseAddress(DatabaseKind.PostgreSql, server.ConnectionString()) { Retries = 0 }));
        fault.Code.ShouldBe("AN2319");
        fault.Remedy.ShouldContain("set Encrypt to false");
    }

    [Theory]
    [InlineData(DatabaseKind.PostgreSql, "Host=127.0.0.1;Port=1;Username=u;Password=pa55-w0rd;SSL Mode=Disable", "AN2312")]
    [InlineData(DatabaseKind.SqlServer, "Server=127.0.0.1,1;User Id=u;Password=pa55-w0rd;Connect Timeout=5", "AN2312")]
    [InlineData(DatabaseKind.PostgreSql, "Host=x;Password=pa55-w0rd;w0rd=rest", "AN2311")]
    [InlineData(DatabaseKind.SqlServer, "Server=x;Password=pa55-w0rd;w0rd=rest", "AN2311")]
    [InlineData(DatabaseKind.PostgreSql, "pa55-w0rd", "AN2311")]
    [InlineData(DatabaseKind.Sqlite, "/nowhere/pa55.db", "AN2312")]
    public void Faults_HaveTheirCode_AndNeverThePassword(DatabaseKind kind, string connection, string code)
    {
        var fault = Should.Throw<AnalyticsException>(() => Open(new DatabaseAddress(kind, connection) { Retries = 0 }));
        fault.Code.ShouldBe(code);
        fault.ToString().ShouldNotContain("w0rd");
        new DatabaseAddress(kind, connection).ToString().ShouldBe(kind.ToString());
    }

    [Fact]
    public void SqlServer_IsAskedInItsOwnDialect()
    {
        using var server = new TdsListener(7);
        var address = new DatabaseAddress(DatabaseKind.SqlServer, server.ConnectionString) { Encrypt = false };
        var query = new DatabaseQuery { Table = "crm.complaints", WatermarkColumn = "value", KeyColumns = ["VALUE"], Overlap = WatermarkOverlap.Parse("2"), PageRows = 1 };
        using (var session = DatabaseSession.Open("crm", address, query, TimeProvider.System, cancellation: TestContext.Current.CancellationToken))
        {
            session.Header.ShouldBe(["value"]);
            var range = session.Range(new KeysetPosition([5L]).ToString(), DateTime.UnixEpoch);
            using var rows = session.Read(range, new DatabaseReadOptions("crm"));
            rows.Read().ShouldBeTrue();
            System.Text.Encoding.UTF8.GetString(rows.Field(0)).ShouldBe("7");
            rows.Read().ShouldBeTrue(); // the listener answers every page with the same row
        }

        var asked = server.Requests.Skip(2).Select(r => string.Concat(System.Text.Encoding.Unicode.GetString([.. r, .. new byte[r.Length % 2]]).Where(c => c is >= ' ' and < '\u007f'))).ToList();
        asked[0].ShouldEndWith("SELECT * FROM [crm].[complaints] AS pulled WHERE 1 = 0");
        asked[1].ShouldEndWith("SELECT MAX([value]) FROM [crm].[complaints] AS pulled WHERE 1 = 1");
        asked[2].ShouldContain("SELECT TOP 1 * FROM [crm].[complaints] AS pulled WHERE [value] IS NOT NULL AND [value] >= @from AND [value] <= @until ORDER BY [value]");
        asked[3].ShouldContain("SELECT TOP 1 * FROM [crm].[complaints] AS pulled WHERE [value] IS NOT NULL AND [value] > @after0 AND [value] <= @until ORDER BY [value]");
    }

    [Theory]
    [InlineData(DatabaseKind.SqlServer, "[a] >= @after0 AND ([a] > @after0 OR ([a] = @after0 AND ([b] > @after1 OR ([b] = @after1 AND [c] > @after2))))")]
    [InlineData(DatabaseKind.PostgreSql, "(\"a\", \"b\", \"c\") > (@after0, @after1, @after2)")]
    public void SeveralKeys_AreComparedInOrder(DatabaseKind kind, string expected)
    {
        var order = new[] { "a", "b", "c" }.Select(c => new DatabaseColumn(c, "int", false)).ToList();
        new KeysetConditions(DatabaseEngine.Of(kind), order, []).Of(new KeysetPosition([1L, 2L, 3L]), new DatabaseRange(null, null, null)).ShouldBe(expected);
    }

    private static void Open(DatabaseAddress address) =>
        DatabaseSession.Open("crm", address, new DatabaseQuery { Table = "t" }, TimeProvider.System, cancellation: TestContext.Current.CancellationToken).Dispose();

    private static (SqlConnectionEncryptOption Encrypt, ApplicationIntent Intent) SqlServer(string connection, bool encrypt = true)
    {
        using var made = DatabaseEngine.Of(DatabaseKind.SqlServer).Connect(new DatabaseAddress(DatabaseKind.SqlServer, connection) { Encrypt = encrypt });
        var settings = new SqlConnectionStringBuilder(made.ConnectionString);
        return (settings.Encrypt, settings.ApplicationIntent);
    }

    private static (SslMode Mode, string? Options) Postgres(string connection, bool encrypt = true)
    {
        using var made = DatabaseEngine.Of(DatabaseKind.PostgreSql).Connect(new DatabaseAddress(DatabaseKind.PostgreSql, connection) { Encrypt = encrypt });
        var settings = new NpgsqlConnectionStringBuilder(made.ConnectionString);
        return (settings.SslMode, settings.Options);
    }
}
