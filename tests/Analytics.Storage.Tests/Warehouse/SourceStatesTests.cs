using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Ledgers;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>The ledger of pulls: a position never runs ahead of the data.</summary>
public abstract class SourceStatesTests(WarehouseProvider provider) : IDisposable
{
    private static readonly SourceState Crm = new()
    {
        Source = "crm",
        Definition = "d1",
        Position = """["2026-11-03 00:00:00",7]""",
        Pass = 3,
        IsOpen = true,
        RangeFrom = """["2026-11-01 00:00:00"]""",
        RangeUntil = """["2026-11-05 00:00:00"]""",
        FinishedAt = "2026-11-03T06:00:00Z",
    };

    private readonly TestWarehouse _warehouse = new(provider);

    private SourceStates States => _warehouse.Database.SourceStates;

    public void Dispose()
    {
        _warehouse.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Put_ReplacesTheStateBefore_AndLeavesOtherSourcesAlone()
    {
        States.Find("crm").ShouldBeNull();
        var first = new SourceState { Source = "crm", Definition = "d0" };
        var billing = new SourceState { Source = "billing 计费", Definition = "d2", RangeAfter = """["Ω'\"",1.5]""" };
        States.Put(first);
        States.Put(billing);
        States.Find("crm").ShouldBe(first);
        States.Put(Crm);
        States.Find("crm").ShouldBe(Crm);
        States.Find("billing 计费").ShouldBe(billing);
        States.All().ShouldBe([billing, Crm]);
        States.Put(first);
        States.Find("crm").ShouldBe(first, "what the later state does not have is gone");
    }

    [Fact]
    public void Position_OfAnOpenPass_MovesWithEachBatch_AndNotWithOneThatIsRolledBack()
    {
        States.Put(Crm);
        var identity = new ImportIdentity(CanonicalTable.Complaint, "crm", "pass3", "m1") { IsIncremental = true };
        long import;
        using (var session = _warehouse.Database.BeginImport(identity))
        {
            import = session.Id;
            session.Write(Batch("p1", 1, "a"));
            States.Find("crm").ShouldBe(Crm with { PassImport = import, PassPosition = "p1" });
            session.Write(Batch("p2", 2, "b"));
            Should.Throw<Exception>(() => session.Write(Batch("p3", 3, "no pseudonym", isFaulty: true)));
        }

        States.Find("crm").ShouldBe(Crm with { PassImport = import, PassPosition = "p2" });
        using var again = _warehouse.Database.BeginImport(identity);
        (again.Id, again.ResumeAfter).ShouldBe((import, 2));
    }

    /// <summary>A batch of one row; a faulty one has a subscriber id that is no pseudonym, which the warehouse refuses.</summary>
    private static RowBatch Batch(string position, int rows, string id, bool isFaulty = false)
    {
        var batch = new RowBatch(CanonicalTable.Complaint, 10) { SourcePosition = position, SourceRowsRead = rows };
        Complaint(("complaint_id", id), ("received_at", Utc(2026, 11, 3)), ("subscriber_id", isFaulty ? "13900000000" : Pseudonym(rows))).CopyTo(batch.Add(rows));
        return batch;
    }
}

public sealed class SqliteSourceStatesTests() : SourceStatesTests(WarehouseProvider.Sqlite);

public sealed class PostgreSqlSourceStatesTests() : SourceStatesTests(WarehouseProvider.PostgreSql);

public sealed class SqlServerSourceStatesTests() : SourceStatesTests(WarehouseProvider.SqlServer);
