using Analytics.Core;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Storage.Tests.Warehouse;

public abstract class RunLedgerTests(WarehouseProvider provider) : IDisposable
{
    private static readonly DateTime Now = new(2026, 11, 23, 6, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly RunKey Monday = new("weekly", "all", "2026-W47", "9f31c2ab00000000");
    private readonly TestWarehouse _warehouse = new(provider);

    private RunLedger Ledger => _warehouse.Database.Runs;

    public void Dispose()
    {
        _warehouse.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Claim_TwiceWhileTheFirstIsAlive_BelongsToTheFirst()
    {
        Ledger.Claim(Monday, "a", Now, Now + Lease).IsMine.ShouldBeTrue();
        var second = Ledger.Claim(Monday, "b", Now + (Lease / 2), Now + (2 * Lease));
        second.IsMine.ShouldBeFalse();
        second.Entry.ShouldBe(new RunEntry(Monday, RunState.Running, "a", Now + Lease, 1, null, null, "", Now));
    }

    [Fact]
    public void Claim_OnARunWhoseWorkerDied_TakesItOver_AndTheDeadOneMayNotSettleIt()
    {
        Ledger.Claim(Monday, "a", Now, Now + Lease);
        var later = Now + Lease + TimeSpan.FromSeconds(1);
        var taken = Ledger.Claim(Monday, "b", later, later + Lease);
        (taken.IsMine, taken.Entry.Claim, taken.Entry.Attempts).ShouldBe((true, "b", 2));
        Should.Throw<AnalyticsException>(() => Ledger.Published(Monday, "a", 1, "/out/v1", later)).Code.ShouldBe("AN6008");
        Should.Throw<AnalyticsException>(() => Ledger.Settle(Monday, "a", RunState.Done, "", later)).Code.ShouldBe("AN6008");
        Ledger.Published(Monday, "b", 1, "/out/v1", later);
        Ledger.Settle(Monday, "b", RunState.Done, "published v1", later);
        Ledger.Runs("weekly", "all").ShouldBe([new RunEntry(Monday, RunState.Done, "b", DateTime.SpecifyKind(default, DateTimeKind.Utc), 2, 1, "/out/v1", "published v1", later)]);
    }

    [Fact]
    public void Claim_OnADoneRun_IsRefusedForEver_OnAFailedOneGranted()
    {
        var other = Monday with { Period = "2026-W46" };
        Ledger.Claim(Monday, "a", Now, Now + Lease);
        Ledger.Settle(Monday, "a", RunState.Done, "", Now);
        Ledger.Claim(other, "a", Now, Now + Lease);
        Ledger.Settle(other, "a", RunState.Failed, "the disk was full", Now);
        Ledger.Claim(Monday, "b", Now + (100 * Lease), Now + (101 * Lease)).IsMine.ShouldBeFalse();
        Ledger.Claim(other, "b", Now, Now + Lease).IsMine.ShouldBeTrue();
    }

    [Fact]
    public void Claim_ByManyWorkersAtOnce_BelongsToOne()
    {
        for (var round = 0; round < 10; round++)
        {
            var key = Monday with { DataVersion = "round" + round };
            using var start = new Barrier(6);
            var winners = Enumerable.Range(0, 6).AsParallel().WithDegreeOfParallelism(6).Select(worker =>
            {
                start.SignalAndWait();
                return Ledger.Claim(key, "worker" + worker, Now, Now + Lease);
            }).ToList();
            winners.Count(w => w.IsMine).ShouldBe(1);
            winners.Select(w => w.Entry.Claim).Distinct().ShouldBe([winners.Single(w => w.IsMine).Entry.Claim]);
        }
    }

    [Fact]
    public void Beat_MovesTheLeaseOfTheExecutionAndItsRunsOn()
    {
        var execution = new JobExecution { Id = "a", Job = "weekly", Kind = "report", Cause = "schedule", Worker = "host/1", StartedAt = Now, LeaseUntil = Now + Lease };
        Ledger.Begin(execution);
        Ledger.Claim(Monday, "a", Now, Now + Lease);
        Ledger.Beat(execution with { LeaseUntil = Now + (2 * Lease), Step = "study", Runs = [Monday.ToString()], Counts = new Dictionary<string, long> { ["reports"] = 1 }, Steps = [new("look", 12)] });
        Ledger.Claim(Monday, "b", Now + Lease + TimeSpan.FromSeconds(1), Now + (3 * Lease)).IsMine.ShouldBeFalse();
        var seen = Ledger.Executions(Now, "weekly").Single();
        (seen.Status, seen.Step, seen.LeaseUntil).ShouldBe((JobExecution.Running, "study", Now + (2 * Lease)));
        seen.Runs.ShouldBe(["weekly/all/2026-W47/9f31c2ab"]);
        seen.Counts.ShouldBe(new Dictionary<string, long> { ["reports"] = 1 });
        seen.Steps.ShouldBe([new("look", 12)]);
    }

    [Fact]
    public void Executions_AreListedNewestFirst_WithTheLostOnesMarked()
    {
        foreach (var (id, minutes) in new[] { ("a", 0), ("b", 10), ("c", 20) })
        {
            var at = Now.AddMinutes(minutes);
            Ledger.Begin(new JobExecution { Id = id, Job = id == "b" ? "pull" : "weekly", Kind = "report", Cause = "schedule", Worker = "host/1", StartedAt = at, LeaseUntil = at + Lease });
        }

        Ledger.Finish(Ledger.Executions(Now, "pull").Single() with { Status = JobExecution.Failed, Summary = new string('x', 3000), ErrorCode = "AN5203", FinishedAt = Now.AddMinutes(11) });
        Ledger.Lapse(Now.AddMinutes(15)).ShouldBe(1);
        Ledger.Executions(Now).Select(e => (e.Id, e.Status, e.FinishedAt)).ShouldBe(
            [("c", JobExecution.Running, null), ("b", JobExecution.Failed, Now.AddMinutes(11)), ("a", JobExecution.Lost, Now + Lease)]);
        Ledger.Executions(Now, "pull").Single().Summary.Length.ShouldBe(2000);
        Ledger.Executions(Now, limit: 1).Single().Id.ShouldBe("c");
        Ledger.Forget(Now.AddMinutes(15)).ShouldBe(2);
        Ledger.Executions(Now).Single().Id.ShouldBe("c");
    }
}

public sealed class SqliteRunLedgerTests() : RunLedgerTests(WarehouseProvider.Sqlite);

public sealed class PostgreSqlRunLedgerTests() : RunLedgerTests(WarehouseProvider.PostgreSql);

public sealed class SqlServerRunLedgerTests() : RunLedgerTests(WarehouseProvider.SqlServer);
