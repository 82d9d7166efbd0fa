using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>What tells a changed period from an unchanged one, and what is deleted with age.</summary>
public abstract class RetentionTests(WarehouseProvider provider) : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private readonly TestWarehouse _warehouse = new(provider);

    [Fact]
    public void PeriodRows_ChangeWithAnyRowOfThePeriod_AndWithNoOther()
    {
        Import("first", Complaints(Utc(2026, 11, 3), 10, "network"));
        var before = Rows();
        before.Select(r => (r.Table, r.Rows)).ShouldBe([("complaint", 10), ("survey", 0)]);
        Import("other-week", Complaints(Utc(2026, 11, 12), 5, "network", "other"));
        Rows().ShouldBe(before);
        Import("corrected", Complaints(Utc(2026, 11, 3), 1, "billing"));
        var corrected = Rows();
        (corrected[0].Rows, corrected[0].Digest == before[0].Digest, corrected[1]).ShouldBe((10, false, before[1]));
        Import("late", Complaints(Utc(2026, 11, 4), 2, "network", "late"));
        Rows()[0].ShouldSatisfyAllConditions(r => r.Rows.ShouldBe(12), r => r.Digest.ShouldNotBe(corrected[0].Digest));
    }

    [Fact]
    public void PeriodRows_OfExchangedValues_AreToldApart()
    {
        Import("first", [Complaint(("complaint_id", "1"), ("received_at", Utc(2026, 11, 3)), ("cause", "a")), Complaint(("complaint_id", "2"), ("received_at", Utc(2026, 11, 3)), ("cause", "b"))]);
        var before = Rows();
        Import("exchanged", [Complaint(("complaint_id", "1"), ("received_at", Utc(2026, 11, 3)), ("cause", "b")), Complaint(("complaint_id", "2"), ("received_at", Utc(2026, 11, 3)), ("cause", "a"))]);
        Rows()[0].ShouldSatisfyAllConditions(r => r.Rows.ShouldBe(2), r => r.Digest.ShouldNotBe(before[0].Digest));
    }

    [Fact]
    public void PeriodRows_OfTheBase_ChangeWithItsSnapshotAlone()
    {
        var (first, later) = (new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 10));
        _warehouse.Import(CanonicalTable.Subscriber, "base", Subscribers(first, 20, "Wuhan"));
        var before = Base();
        (before.Table, before.Rows, before.AsOf).ShouldBe(("subscriber", 20, first));
        _warehouse.Import(CanonicalTable.Subscriber, "later", Subscribers(later, 30, "Wuhan"));
        _warehouse.Import(CanonicalTable.Subscriber, "again", Subscribers(first, 20, "Wuhan")).AlreadyThere.ShouldBe(20);
        Base().ShouldBe(before, "a snapshot behind the period is not its base");
        _warehouse.Import(CanonicalTable.Subscriber, "corrected", Subscribers(first, 1, "Yichang"));
        var corrected = Base();
        corrected.ShouldBe(before with { Digest = corrected.Digest });
        corrected.Digest.ShouldNotBe(before.Digest);
        _warehouse.Import(CanonicalTable.Subscriber, "back", Subscribers(first, 1, "Wuhan"));
        Base().ShouldBe(before, "the same rows are the same digest, whichever way they came");
    }

    [Fact]
    public void PeriodRows_OfCountedPopulation_ChangeWithACountOfItsDay()
    {
        _warehouse.Import(CanonicalTable.Population, "base", Population(new DateOnly(2026, 11, 1), 500));
        var before = Base();
        (before.Table, before.Rows, before.AsOf).ShouldBe(("population", 1, new DateOnly(2026, 11, 1)));
        _warehouse.Import(CanonicalTable.Population, "later", Population(new DateOnly(2026, 11, 10), 700));
        Base().ShouldBe(before);
        _warehouse.Import(CanonicalTable.Population, "corrected", Population(new DateOnly(2026, 11, 1), 501));
        Base().Digest.ShouldNotBe(before.Digest);
    }

    [Fact]
    public void OldTextsAndRows_AreDeleted_AndDoNotComeBackWithTheSourceThatHadThem()
    {
        Import("old", Complaints(Utc(2024, 1, 10), 4, "network", "old"));
        Import("new", Complaints(Utc(2026, 11, 3), 6, "network", "new"));
        _warehouse.Database.DeleteTexts(Utc(2025, 1, 1)).ShouldBe(4);
        _warehouse.Database.DeleteRows(Utc(2025, 1, 1)).ShouldBe(4);
        _warehouse.Database.Upkeep();
        _warehouse.Database.PeriodRows(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1), "Asia/Shanghai")[0].Rows.ShouldBe(0);
        Import("old-again", Complaints(Utc(2024, 1, 10), 4, "network", "old")).AlreadyThere.ShouldBe(4);
        _warehouse.Database.PeriodRows(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1), "Asia/Shanghai")[0].Rows.ShouldBe(0);
        Rows()[0].Rows.ShouldBe(6);
    }

    public void Dispose()
    {
        _warehouse.Dispose();
        GC.SuppressFinalize(this);
    }

    private static IEnumerable<FieldValue[]> Complaints(DateTime day, int count, string cause, string prefix = "id") => Enumerable.Range(0, count).Select(i => Complaint(
        ("complaint_id", $"{prefix}{i}"), ("received_at", day.AddMinutes(i)), ("cause", cause), ("text", "text of " + i), ("is_escalated", i % 2 == 0), ("refund_due", 1.5m), ("satisfaction", 3.5)));

    private static IEnumerable<FieldValue[]> Subscribers(DateOnly day, int count, string region) => Enumerable.Range(0, count).Select(i => Subscriber(("subscriber_id", Pseudonym(i)), ("as_of", day), ("region", region)));

    private static FieldValue[] Population(DateOnly day, int subscribers) => Row(CanonicalTable.Population, ("as_of", day), ("region", "Wuhan"), ("subscribers", subscribers));

    private PeriodRows Base() => Rows()[2];

    private ImportCounts Import(string content, IEnumerable<FieldValue[]> rows) => _warehouse.Import(CanonicalTable.Complaint, content, rows);

    private IReadOnlyList<PeriodRows> Rows() => _warehouse.Database.PeriodRows(Monday, Monday.AddDays(7), "Asia/Shanghai");
}

public sealed class SqliteRetentionTests() : RetentionTests(WarehouseProvider.Sqlite);

public sealed class PostgreSqlRetentionTests() : RetentionTests(WarehouseProvider.PostgreSql);

public sealed class SqlServerRetentionTests() : RetentionTests(WarehouseProvider.SqlServer);
