using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>The ledger of deliveries: each goes out once, on however many workers.</summary>
public abstract class DeliveryLedgerTests(WarehouseProvider provider) : IDisposable
{
    private static readonly DateTime Now = new(2026, 11, 23, 6, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(65);
    private static readonly DeliveryKey Mail = new("mail", "boss@operator.example", "satisfaction", "region=武汉", "2026-W47", 2, "5f1d");
    private readonly TestWarehouse _warehouse = new(provider);

    private DeliveryLedger Ledger => _warehouse.Database.Deliveries;

    public void Dispose()
    {
        _warehouse.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Claim_WhileAnotherSends_BelongsToTheFirst_AndToTheNextOnceItHasRunOut()
    {
        Ledger.Claim(Mail, "a", Now, Now + Hold).ShouldBe(new DeliveryEntry(Mail, DeliveryState.Sending, 1, "a", Now + Hold, null, ""));
        Ledger.Claim(Mail, "b", Now + (Hold / 2), Now + (2 * Hold)).Claim.ShouldBe("a");
        Ledger.Claim(Mail, "a", Now + (Hold / 2), Now + (2 * Hold)).ShouldBe(new DeliveryEntry(Mail, DeliveryState.Sending, 2, "a", Now + (2 * Hold), null, ""));
        var late = Now + (2 * Hold) + TimeSpan.FromSeconds(1);
        Ledger.Claim(Mail, "b", late, late + Hold).ShouldBe(new DeliveryEntry(Mail, DeliveryState.Sending, 3, "b", late + Hold, null, ""));
    }

    [Fact]
    public void Sent_IsGivenToNobody_AndStaysSent()
    {
        Ledger.Claim(Mail, "a", Now, Now + Hold);
        Ledger.Sent(Mail, Now.AddSeconds(3));
        var sent = Ledger.Find(Mail).ShouldNotBeNull();
        (sent.State, sent.SentAt).ShouldBe((DeliveryState.Sent, Now.AddSeconds(3)));
        Ledger.Failed(Mail, "a", "AN6112: too late");
        Ledger.Claim(Mail, "b", Now + (10 * Hold), Now + (11 * Hold)).ShouldBe(sent);
        Ledger.Find(Mail).ShouldBe(sent);
    }

    [Fact]
    public void Failed_InTheClaimantsHandOnly_IsFreeToTake()
    {
        Ledger.Claim(Mail, "a", Now, Now + Hold);
        Ledger.Failed(Mail, "b", "not his");
        Ledger.Find(Mail)!.State.ShouldBe(DeliveryState.Sending);
        Ledger.Failed(Mail, "a", new string('长', 3000));
        var failed = Ledger.Find(Mail)!;
        (failed.State, failed.Fault.Length, failed.Fault[^1]).ShouldBe((DeliveryState.Failed, 2000, '…'));
        Ledger.Claim(Mail, "b", Now, Now + Hold).ShouldSatisfyAllConditions(e => e.Claim.ShouldBe("b"), e => e.State.ShouldBe(DeliveryState.Sending), e => e.Attempts.ShouldBe(2));
    }

    [Fact]
    public void Deliveries_OfAPeriod_AreListedInTheirOrder_EachVersionAndRecipientForItself()
    {
        DeliveryKey[] keys = [Mail, Mail with { Version = 3 }, Mail with { Recipient = "deputy@operator.example" }, Mail with { Channel = "folder" }];
        for (var i = 0; i < keys.Length; i++)
        {
            Ledger.Claim(keys[i], "a", Now.AddSeconds(i), Now.AddSeconds(i) + Hold);
        }

        Ledger.Claim(Mail with { Period = "2026-W46" }, "a", Now, Now + Hold);
        Ledger.Of("2026-W47").Select(e => e.Key).ShouldBe(keys);
        Ledger.Of("2026-W48").ShouldBeEmpty();
        Ledger.Find(Mail with { ContentHash = "other" }).ShouldBeNull();
    }

    [Fact]
    public void Claim_ByManyWorkersAtOnce_BelongsToOne()
    {
        for (var round = 0; round < 5; round++)
        {
            var key = Mail with { Version = 10 + round };
            using var start = new Barrier(6);
            var claims = Enumerable.Range(0, 6).AsParallel().WithDegreeOfParallelism(6).Select(worker =>
            {
                start.SignalAndWait();
                return (Worker: "worker" + worker, Ledger.Claim(key, "worker" + worker, Now, Now + Hold).Claim);
            }).ToList();
            claims.Count(c => c.Claim == c.Worker).ShouldBe(1);
            claims.Select(c => c.Claim).Distinct().ShouldHaveSingleItem();
        }
    }
}

public sealed class SqliteDeliveryLedgerTests() : DeliveryLedgerTests(WarehouseProvider.Sqlite);

public sealed class PostgreSqlDeliveryLedgerTests() : DeliveryLedgerTests(WarehouseProvider.PostgreSql);

public sealed class SqlServerDeliveryLedgerTests() : DeliveryLedgerTests(WarehouseProvider.SqlServer);
