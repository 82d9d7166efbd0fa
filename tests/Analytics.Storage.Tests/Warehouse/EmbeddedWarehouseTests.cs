using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Reading;
using Microsoft.Data.Sqlite;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>What only the embedded store has: its file, its disk, its query plans.</summary>
public sealed class EmbeddedWarehouseTests
{
    private static readonly DateOnly From = new(2026, 11, 1);
    private static readonly DateOnly To = new(2026, 12, 1);

    [Fact]
    public void Open_OlderSchema_IsBroughtUpToDateWithItsRows()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-old-").FullName;
        var file = Path.Combine(folder, "warehouse.db");
        using (var old = WarehouseConnection.Open(new WarehouseOptions(file), isForReading: false))
        {
            Migrations.Apply(old, Utc(2026, 1, 1), upTo: 2);
            old.Run("INSERT INTO subscriber (as_of, id, subscriber_high, subscriber_low, arpu) VALUES (739000, 1, 5, 6, 12.5)");
        }

        using (var warehouse = WarehouseDatabase.Open(new WarehouseOptions(file), TimeProvider.System))
        {
            var block = warehouse.Read(new WindowRequest(FactTable.Subscribers, From, To, ["arpu"], "Asia/Shanghai", TimeSpan.Zero, default)).Single();
            block.Measures["arpu"].ShouldBe([12.5]);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_IsRefused()
    {
        using var warehouse = new TestWarehouse();
        warehouse.Database.Dispose();
        File.WriteAllText(warehouse.File, new string('x', 5000));

        Should.Throw<AnalyticsException>(warehouse.Reopen).Code.ShouldBe("AN3005");
    }

    [Fact]
    public void Open_FolderThatCannotBeMade_IsRefusedWithTheRemedy()
    {
        using var warehouse = new TestWarehouse();

        var refused = Should.Throw<AnalyticsException>(() => WarehouseDatabase.Open(new WarehouseOptions(Path.Combine(warehouse.File, "below", "w.db")), TimeProvider.System));

        (refused.Code, refused.Kind).ShouldBe(("AN3003", FaultKind.Usage));
        refused.Remedy.ShouldContain("Warehouse:Path");
    }

    [Fact]
    public void Write_OnAFullDisk_IsRolledBackAndContinuesLater()
    {
        using var warehouse = new TestWarehouse();
        var rows = Enumerable.Range(0, 3000).Select(i => Complaint(("received_at", Utc(2026, 11, 2)), ("text", new string('x', 200) + i))).ToList();
        var identity = new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", "m1");
        warehouse.Reopen(new WarehouseOptions(warehouse.File) { MaximumMegabytes = 1 });
        using (var session = warehouse.Database.BeginImport(identity))
        {
            Should.Throw<AnalyticsException>(() => Feed(session, CanonicalTable.Complaint, 500, rows)).Code.ShouldBe("AN3004");
        }

        warehouse.Reopen();
        using (var session = warehouse.Database.BeginImport(identity))
        {
            session.ResumeAfter.ShouldBeInRange(500, 2500);
            Feed(session, CanonicalTable.Complaint, 500, rows).Complete([]).ShouldBe(new ImportCounts(3000, 3000, 0, 0, 0, 0));
        }
    }

    [Fact]
    public void EmbeddedSql_EveryFile_IsAcceptedByTheStore()
    {
        using var warehouse = new TestWarehouse();
        using var connection = new SqliteConnection($"Data Source={warehouse.File};Pooling=False");
        connection.Open();
        var names = typeof(WarehouseDatabase).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Analytics.Storage.Warehouse.Sql.", StringComparison.Ordinal) && !name.Contains(".Migrations.", StringComparison.Ordinal))
            .Select(name => name["Analytics.Storage.Warehouse.Sql.".Length..^".sql".Length])
            .Where(name => !name.Contains('.', StringComparison.Ordinal)) // the common texts; overrides are for the servers
            .Where(name => !DialectTests.IsFrame(SqlFile.Read(name)));

        foreach (var name in names)
        {
            Should.NotThrow(() => new BulkStatement(connection, DialectTests.Filled(SqlFile.Read(name))).Dispose(), name);
        }
    }

    [Fact]
    public void RowHasher_Tags_AreDifferentForEveryField()
    {
        foreach (var table in CanonicalTable.All)
        {
            table.Fields.Select(f => RowHasher.TagOf(f.Name)).ShouldBeUnique();
        }
    }

    [Theory]
    [InlineData("complaint_window")]
    [InlineData("complaint_details")]
    [InlineData("survey_window")]
    [InlineData("subscriber_window")]
    [InlineData("population_window")]
    [InlineData("next_complaint")]
    [InlineData("next_survey")]
    [InlineData("subscriber_chunk")]
    public void WindowQueries_OfEveryKind_ScanNoTable(string name)
    {
        using var warehouse = new TestWarehouse();
        using var connection = new SqliteConnection($"Data Source={warehouse.File};Pooling=False");
        connection.Open();
        using var plan = new BulkStatement(connection, "EXPLAIN QUERY PLAN " + DialectTests.Filled(SqlFile.Read(name)));

        while (plan.Step())
        {
            plan.Text(3).ShouldNotStartWith("SCAN");
            plan.Text(3).ShouldNotContain("TEMP B-TREE");
        }
    }
}
