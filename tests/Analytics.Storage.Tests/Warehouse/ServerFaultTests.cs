using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Tests;
using Npgsql;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>A warehouse's server that goes away, refuses or is not there.</summary>
public sealed class ServerFaultTests
{
    private const string Secret = "s3cr3t-w0rd";

    [Fact]
    public void Write_WhileTheServerGoesAway_FailsWithItsPlaceAndContinuesLater()
    {
        using var server = PostgresServer.New();
        var options = Options(server.CreateDatabase());
        var rows = Enumerable.Range(0, 3000).Select(i => Complaint(("complaint_id", i % 3 == 0 ? "id" + i : null), ("received_at", Utc(2026, 11, 2)), ("cause", "慢" + (i % 7)), ("text", "第" + i))).ToList();
        var identity = new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", "m1");
        using var warehouse = WarehouseDatabase.Open(options, TimeProvider.System);
        using (var session = warehouse.BeginImport(identity))
        {
            Feed(session, CanonicalTable.Complaint, 500, rows.Take(1500));
            server.Stop();
            var fault = Should.Throw<AnalyticsException>(() => Feed(session, CanonicalTable.Complaint, 500, rows));
            (fault.Code, fault.Kind).ShouldBe(("AN3103", FaultKind.Run));
            fault.Problem.ShouldContain(warehouse.Place);
        }

        Should.Throw<AnalyticsException>(() => warehouse.BeginImport(identity)).Code.ShouldBe("AN3101");
        server.Start();
        using (var session = warehouse.BeginImport(identity))
        {
            session.ResumeAfter.ShouldBe(1500);
            Feed(session, CanonicalTable.Complaint, 500, rows).Complete([]).ShouldBe(new ImportCounts(3000, 3000, 0, 0, 0, 0));
        }

        using var embedded = new TestWarehouse();
        embedded.Import(CanonicalTable.Complaint, "a", 500, rows);
        Version(warehouse).ShouldBe(Version(embedded.Database));
    }

    [Fact]
    public void HoldSnapshot_ThatTheServerLost_IsNotBegunAnewUnnoticed()
    {
        using var server = PostgresServer.New();
        using var warehouse = WarehouseDatabase.Open(Options(server.CreateDatabase()), TimeProvider.System);
        using (warehouse.HoldSnapshot())
        {
            server.Stop();
            server.Start();
            Should.Throw<AnalyticsException>(() => warehouse.Imports()).Code.ShouldBe("AN3103");
        }

        warehouse.Imports().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Database=no_such_database", "AN3102", FaultKind.Usage)]
    [InlineData("Host=127.0.0.1;Port=1", "AN3101", FaultKind.Run)]
    [InlineData("Host=no-such-host.invalid", "AN3101", FaultKind.Run)]
    [InlineData("SSL Mode=Require", "AN3101", FaultKind.Run)]
    public void Open_OfAServerThatCannotServe_NamesThePlaceAndNoSecret(string change, string code, FaultKind kind)
    {
        var options = Options($"{PostgresServer.Shared.ConnectionString()};Timeout=5;{change}") with { Password = Secret };

        var fault = Should.Throw<AnalyticsException>(() => WarehouseDatabase.Open(options, TimeProvider.System));

        (fault.Code, fault.Kind).ShouldBe((code, kind));
        fault.Problem.ShouldContain(options.Place);
        fault.ToString().ShouldNotContain(Secret);
        options.ToString().ShouldNotContain(Secret);
    }

    [Fact]
    public void Open_WithAPassword_IsRefusedWithTheWrongOneAndShowsNeither()
    {
        var database = PostgresServer.Shared.CreateDatabase();
        var options = Options(new NpgsqlConnectionStringBuilder(database) { Username = PostgresServer.GuardedUser }.ConnectionString);

        var fault = Should.Throw<AnalyticsException>(() => WarehouseDatabase.Open(options with { Password = Secret }, TimeProvider.System));
        WarehouseDatabase.Open(options with { Password = PostgresServer.GuardedPassword }, TimeProvider.System).Dispose();

        (fault.Code, fault.Kind).ShouldBe(("AN3102", FaultKind.Usage));
        fault.ToString().ShouldNotContain(Secret);
        PostgresServer.Shared.DropDatabase(database);
    }

    [Fact]
    public void Open_ByAUserWithoutRights_AsksForThem()
    {
        var database = PostgresServer.Shared.CreateDatabase();
        using var owner = WarehouseConnection.Open(Options(database), isForReading: true);
        owner.Run("CREATE ROLE poor_reader LOGIN");
        try
        {
            var fault = Should.Throw<AnalyticsException>(() => WarehouseDatabase.Open(Options(new NpgsqlConnectionStringBuilder(database) { Username = "poor_reader" }.ConnectionString), TimeProvider.System));
            (fault.Code, fault.Kind).ShouldBe(("AN3104", FaultKind.Usage));
        }
        finally
        {
            owner.Run("DROP ROLE poor_reader");
            owner.Dispose();
            PostgresServer.Shared.DropDatabase(database);
        }
    }

    [Theory]
    [InlineData(WarehouseProvider.PostgreSql, "", "it names no server or no database")]
    [InlineData(WarehouseProvider.PostgreSql, "Host=a;Datenbank=b", "Datenbank")]
    [InlineData(WarehouseProvider.SqlServer, "Server=a", "it names no server or no database")]
    [InlineData(WarehouseProvider.SqlServer, "no connection string", "")]
    public void Fault_OfAConnectionStringThatIsNone_SaysHowOneIsWritten(WarehouseProvider provider, string text, string why)
    {
        var fault = new WarehouseOptions("") { Provider = provider, ConnectionString = text }.Fault().ShouldNotBeNull();

        (fault.Code, fault.Kind).ShouldBe(("AN3108", FaultKind.Usage));
        fault.Problem.ShouldContain(why, Case.Insensitive);
        fault.Remedy.ShouldContain("Database=analytics");
    }

    [Fact]
    public void PlaceOf_AServer_NamesNeitherUserNorPassword()
    {
        new WarehouseOptions("") { Provider = WarehouseProvider.PostgreSql, ConnectionString = $"Host=db;Database=w;Username=u;Password={Secret}" }.ToString().ShouldBe("PostgreSql db:5432/w");
        new WarehouseOptions("") { Provider = WarehouseProvider.SqlServer, ConnectionString = $"Server=db;Database=w;User ID=u;Password={Secret}" }.ToString().ShouldBe("SqlServer db/w");
    }

    private static WarehouseOptions Options(string connectionString) => new("") { Provider = WarehouseProvider.PostgreSql, ConnectionString = connectionString };

    private static string Version(WarehouseDatabase warehouse) => warehouse.Facts(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), "Asia/Shanghai").DataVersion;
}
