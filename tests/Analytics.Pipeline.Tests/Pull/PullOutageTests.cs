using System.Diagnostics;
using System.Globalization;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Pull;
using Analytics.Storage.Sources.Databases;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Pull;

/// <summary>Servers that are gone for half a minute, as when one is started anew; takes as long, beside the other tests.</summary>
public sealed class PullOutageTests
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Servers_GoneForHalfAMinute_TheSourceWhileItIsRead_TheWarehouseWhileItIsWritten_AreWaitedFor_AndEveryRowComesOnce()
    {
        using var source = PostgresServer.New();
        using var warehouse = PostgresServer.New();
        using var reading = new PullWorld(DatabaseKind.PostgreSql, source, PostgresServer.Shared);
        using var writing = new PullWorld(DatabaseKind.PostgreSql, warehouse: warehouse);
        PullWorld[] worlds = [reading, writing];
        foreach (var world in worlds)
        {
            world.Execute(
                "INSERT INTO complaints SELECT i, '139' || i % 50, timestamp '2026-09-01' + i * interval '1 minute', 'cause ' || i % 5, NULL, timestamp "
                    + "'2026-09-01' + i * interval '1 minute' FROM generate_series(1, 60000) i");
        }

        var interruption = new WriteInterruption(20_000, warehouse, writing);
        var crash = new CrashAt(20_000, source, HalfAMinute);
        var results = await Task.WhenAll(
            Task.Run(() => reading.Pull(Patient(reading), crash)),
            Task.Run(() => writing.Pull(Patient(writing), interruption)));

        (results[0].Read, results[0].Stored, results[0].AlreadyThere, results[0].Quarantined).ShouldBe((60_000, 60_000, 0, 0));
        crash.Said.ShouldAllBe(line => line.StartsWith("crm does not answer (", StringComparison.Ordinal));
        interruption.Said.ShouldAllBe(line => line.StartsWith($"the warehouse {writing.Warehouse.Place} does not answer (AN31", StringComparison.Ordinal));
        crash.Said.Count.ShouldBeInRange(5, 7); // 1 + 2 + 4 + 8 + 16 s, and longer where a server takes its time to come back
        interruption.Said.Count.ShouldBeInRange(5, 7);
        interruption.Statement.ShouldBe("COPY");
        results[1].Stored.ShouldBe(60_000); // the pass that broke off and its end are one import; its overlap is looked at once more
        results[1].AlreadyThere.ShouldBe(results[1].Read - 60_000);
        foreach (var world in worlds)
        {
            world.Stored().Select(c => c.Id).ShouldBe(Enumerable.Range(1, 60_000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
            world.Warehouse.Imports().Sum(i => i.Stored).ShouldBe(60_000);
            var again = world.Pull(Patient(world));
            (again.Stored, again.AlreadyThere, again.Quarantined).ShouldBe((0, again.Read, 0));
        }
    }

    /// <summary>A source as it is configured where nothing is said about retries.</summary>
    private static SourceDefinition Patient(PullWorld world) => world.Source(change: q => q with { PageRows = 7_000 }) with
    {
        Address = new DatabaseAddress(DatabaseKind.PostgreSql, world.ConnectionString) { Encrypt = false },
        BatchRows = 5_000,
    };

    /// <summary>
    /// Locks the warehouse's complaints when so many rows were read, and ends its server while a write waits for them; starts it again after half a
    /// minute.
    /// </summary>
    private sealed class WriteInterruption(long row, PostgresServer server, PullWorld world) : IProgress<ImportProgress>
    {
        private bool _isDone;

        public List<string> Said { get; } = [];

        /// <summary>First word of the statement that was at work.</summary>
        public string? Statement { get; private set; }

        public void Report(ImportProgress value)
        {
            if (value.Waiting is { } waiting)
            {
                Said.Add(waiting);
            }

            if (_isDone || value.SourceRows < row)
            {
                return;
            }

            _isDone = true;
            var holder = world.ConnectToWarehouse();
            PullWorld.Ask(holder, "BEGIN; LOCK TABLE complaint IN ACCESS EXCLUSIVE MODE"); // before more is read, so that rows are left to write
            Task.Run(async () =>
            {
                using var held = holder;
                var patience = Stopwatch.StartNew();
                // over a connection of its own: within a transaction the server shows its sessions as they were at the first look
                while (Statement is null && patience.Elapsed < HalfAMinute)
                {
                    await Task.Delay(20);
                    Statement = world.Look(
                        "SELECT split_part(query, ' ', 1) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND state = 'active' AND backend_type = "
                            + "'client backend' LIMIT 1");
                }

                server.Stop();
                await Task.Delay(HalfAMinute);
                server.Start();
            });
        }
    }
}
