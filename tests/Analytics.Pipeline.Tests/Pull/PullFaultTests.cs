using System.Globalization;
using Analytics.Core;
using Analytics.Storage.Sources.Databases;
using Analytics.Tests;
using Microsoft.Data.Sqlite;

namespace Analytics.Pipeline.Tests.Pull;

/// <summary>What happens to a pull is done to it, and the rows are counted before and after.</summary>
public sealed class PullFaultTests
{
    [Fact]
    public void Server_GoneInTheMiddleOfAPull_IsWaitedFor_AndEveryRowComesOnce()
    {
        using var server = PostgresServer.New();
        using var world = new PullWorld(DatabaseKind.PostgreSql, server);
        world.Execute(
            "INSERT INTO complaints SELECT i, '139' || i % 50, timestamp '2026-09-01' + i * interval '1 minute', 'cause ' || i % 5, NULL, timestamp "
                + "'2026-09-01' + i * interval '1 minute' FROM generate_series(1, 60000) i");
        var crash = new CrashAt(20_000, server);
        var source = world.Source(change: q => q with { PageRows = 7_000 });

        var result = world.Pull(source, crash);
        (result.Read, result.Stored, result.AlreadyThere, result.Quarantined).ShouldBe((60_000, 60_000, 0, 0));
        result.Resumed.ShouldBeGreaterThanOrEqualTo(1);
        crash.Said.ShouldNotBeEmpty();
        crash.Said.ShouldAllBe(line => line.StartsWith("crm does not answer (", StringComparison.Ordinal));
        world.Stored().Select(c => c.Id).ShouldBe(Enumerable.Range(1, 60_000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        world.Warehouse.Imports().Single().Stored.ShouldBe(60_000);
    }

    [Fact]
    public void Server_ThatDoesNotComeBack_EndsThePull_AndTheNextGoesOnBehindWhatIsStored()
    {
        using var server = PostgresServer.New();
        using var world = new PullWorld(DatabaseKind.PostgreSql, server);
        world.Execute(
            "INSERT INTO complaints SELECT i, '139' || i % 50, timestamp '2026-09-01' + i * interval '1 minute', 'cause ' || i % 5, NULL, timestamp "
                + "'2026-09-01' + i * interval '1 minute' FROM generate_series(1, 60000) i");
        var source = world.Source(change: q => q with { PageRows = 7_000 });
        var address = new DatabaseAddress(DatabaseKind.PostgreSql, world.ConnectionString)
        {
            Encrypt = false,
            Retries = 1,
            FirstWait = TimeSpan.FromMilliseconds(10),
        };
        var impatient = source with { Address = address };

        var fault = Should.Throw<AnalyticsException>(() => world.Pull(impatient, new CrashAt(20_000, server, isLasting: true)));
        fault.Code.ShouldBe("AN2316");
        fault.Problem.ShouldContain("did not come back in 2 tries");
        var stored = world.Stored().Count;
        stored.ShouldBeInRange(20_000, 59_999);
        var unreachable = Should.Throw<AnalyticsException>(() => world.Pull(impatient));
        unreachable.Code.ShouldBe("AN2312");

        server.Start();
        var result = world.Pull(source);
        (result.Stored, world.Stored().Count).ShouldBe((60_000, 60_000)); // the pass that broke off and its end are one import
        result.AlreadyThere.ShouldBe(result.Read - 60_000);
        world.Warehouse.Imports().Sum(i => i.Stored).ShouldBe(60_000);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public void Pull_KilledAtRandomMoments_EndsWithTheRowsOfAnUninterruptedOne(DatabaseKind kind)
    {
        using var world = new PullWorld(kind);
        var number = kind == DatabaseKind.PostgreSql
            ? "generate_series(1, 12000) AS n(i)"
            : "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) SELECT i FROM n)";
        var moment = kind == DatabaseKind.PostgreSql ? "timestamp '2026-11-01' + i * interval '1 minute'" : "datetime('2026-11-01', '+' || i || ' minutes')";
        world.Execute(
            $"INSERT INTO complaints SELECT i, '139' || i % 50, CASE WHEN i % 400 = 7 THEN NULL ELSE {moment} END, 'cause ' || i % 5, NULL, {moment} FROM "
                + $"{number}");
        var mapping = world.Write("killed.json", PullWorld.MappingWithoutId);

        var kills = KillUntilDone(world.WarehouseFile, world.ConnectionString, mapping, isFolder: false, least: 8);
        world.Execute(
            "INSERT INTO complaints SELECT id + 20000, customer, received_at, cause, closed_at, '2026-11-09 12:00:00' FROM complaints WHERE id BETWEEN 10 "
                + "AND 59");
        kills += KillUntilDone(world.WarehouseFile, world.ConnectionString, mapping, isFolder: false, least: 3);

        kills.ShouldBeGreaterThanOrEqualTo(11);
        Facts(world.WarehouseFile).ShouldBe("12020 rows of 12020 ids; 30 waiting in quarantine; 12050 imported");
    }

    [Fact]
    public void FolderPull_KilledAtRandomMoments_TakesEveryFileOnce()
    {
        using var world = new PullWorld(DatabaseKind.Sqlite);
        var folder = Path.GetDirectoryName(world.Write("drop.json", """
            { "table": "complaint", "columns": { "complaint_id": "id", "received_at": "at", "cause": "cause" } }
            """))!;
        var drop = Directory.CreateDirectory(Path.Combine(folder, "drop")).FullName;
        for (var file = 0; file < 6; file++)
        {
            File.WriteAllLines(
                Path.Combine(drop, $"f{file}.csv"),
                Enumerable.Range(0, 3000).Select(i => $"{file}-{i},2026-11-{1 + (i % 28):00},cause {i % 4}").Prepend("id,at,cause"));
        }

        var kills = KillUntilDone(world.WarehouseFile, drop, Path.Combine(folder, "drop.json"), isFolder: true, least: 8);
        kills.ShouldBeGreaterThanOrEqualTo(8);
        Directory.GetFiles(drop).ShouldBeEmpty();
        Directory.GetFiles(Path.Combine(drop, "done")).Select(Path.GetFileName).Order().ShouldBe(["f0.csv", "f1.csv", "f2.csv", "f3.csv", "f4.csv", "f5.csv"]);
        Facts(world.WarehouseFile).ShouldBe("18000 rows of 18000 ids; 0 waiting in quarantine; 18000 imported");
    }

    /// <summary>Starts the pull and kills it after a random time until it was killed so often and then came to its end.</summary>
    private static int KillUntilDone(string warehouse, string source, string mapping, bool isFolder, int least)
    {
        var random = new Random(20261122 + least);
        for (var kills = 0; ;)
        {
            using var child = InterruptedPull.Start(warehouse, source, mapping, isFolder);
            child.StandardOutput.ReadLine().ShouldBe("begun");
            if (child.WaitForExit(kills < least ? random.Next(900) : Timeout.Infinite))
            {
                child.ExitCode.ShouldBe(0);
                if (kills >= least)
                {
                    return kills;
                }

                kills++; // it was done before the signal came: the next begins anew, as after a kill behind the end
                continue;
            }

            child.Kill();
            child.WaitForExit();
            kills++;
        }
    }

    private static string Facts(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT COUNT(*) || ' rows of ' || COUNT(DISTINCT complaint_id) || ' ids; ' FROM complaint)
                || (SELECT COUNT(*) || ' waiting in quarantine; '
                    FROM quarantine q JOIN import_ledger i ON i.id = q.import_id WHERE q.status = 'waiting' AND i.status = 'complete')
                || (SELECT (SUM(stored + quarantined)) || ' imported'
                    FROM import_ledger WHERE status = 'complete' AND repeat_of IS NULL AND rows_read = stored + already_there + quarantined)
            """;
        return (string)command.ExecuteScalar()!;
    }
}
