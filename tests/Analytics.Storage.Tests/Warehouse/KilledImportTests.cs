using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Tests.Warehouse;

public abstract class KilledImportTests(WarehouseProvider provider, int leastKills)
{
    private const int Files = 6;

    [Fact]
    public void Import_KilledAtRandomMoments_EndsWithTheContentOfAnUninterruptedOne()
    {
        var random = new Random(20261122);
        using var killed = new TestWarehouse(provider);
        killed.Database.Dispose();
        var kills = 0;
        for (var file = 0; file < Files; file++)
        {
            while (!Finishes(killed.Options, file, kills < leastKills * (file + 1) / Files ? random.Next(4) : Timeout.Infinite))
            {
                kills++;
            }
        }

        // one that was not interrupted, in the embedded store: the same rows under the same keys in every store
        using var whole = new TestWarehouse();
        for (var file = 0; file < Files; file++)
        {
            InterruptedImport.Import(whole.Database, file, () => { });
        }

        kills.ShouldBeGreaterThanOrEqualTo(leastKills);
        whole.Database.Dispose();
        DatabaseDump.Of(killed.Options).OrderBy(t => t.Key).ShouldBe(DatabaseDump.Of(whole.Options).OrderBy(t => t.Key));
    }

    [Fact]
    public void WriteLock_HeldByAnotherProcess_NamesItsHolderAndFreesWithItsDeath()
    {
        using var warehouse = new TestWarehouse(provider);
        using var other = InterruptedImport.StartLock(warehouse.Options, "import big.csv");
        other.StandardOutput.ReadLine().ShouldBe("held");
        WriteLockHolder? waitedFor = null;

        var refused = Should.Throw<Core.AnalyticsException>(() => warehouse.Database.AcquireWriteLock(TimeSpan.FromMilliseconds(250), "import", holder => waitedFor = holder));

        refused.Code.ShouldBe("AN3001");
        refused.Problem.ShouldContain($"Process {other.Id} on {Environment.MachineName}");
        refused.Problem.ShouldContain("import big.csv");
        waitedFor.ShouldNotBeNull().ProcessId.ShouldBe(other.Id);
        warehouse.Database.Imports().ShouldBeEmpty();
        other.Kill();
        warehouse.Database.AcquireWriteLock(TimeSpan.FromSeconds(10), "import").Dispose();
        warehouse.Database.CurrentWriter().ShouldBeNull();
    }

    /// <summary>Starts the import and kills it after so many milliseconds; true where it came to its end, perhaps just before it was killed.</summary>
    private static bool Finishes(WarehouseOptions database, int file, int killAfter)
    {
        using var child = InterruptedImport.StartImport(database, file);
        child.StandardOutput.ReadLine(); // the first batch of this run is in, or nothing was left to write
        var written = child.StandardOutput.ReadToEndAsync();
        if (!child.WaitForExit(killAfter))
        {
            child.Kill();
            child.WaitForExit();
            return InterruptedImport.IsComplete(database, file);
        }

        written.Wait();
        child.ExitCode.ShouldBe(0);
        return true;
    }
}

public sealed class SqliteKilledImportTests() : KilledImportTests(WarehouseProvider.Sqlite, 20);

public sealed class PostgreSqlKilledImportTests() : KilledImportTests(WarehouseProvider.PostgreSql, 8);

public sealed class SqlServerKilledImportTests() : KilledImportTests(WarehouseProvider.SqlServer, 8);
