using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Ledgers;
using Analytics.Storage.Warehouse.Reading;
using FsCheck;
using FsCheck.Fluent;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

public abstract class WarehouseDatabaseTests(WarehouseProvider provider)
{
    private static readonly DateOnly From = new(2026, 11, 1);
    private static readonly DateOnly To = new(2026, 12, 1);

    [Fact]
    public void Import_AnyFileTwice_IsTheSameAsOnce()
    {
        using var warehouse = new TestWarehouse(provider);
        var number = 0;
        Prop.ForAll(Gen.Choose(0, 40).ListOf().ToArbitrary(), codes =>
        {
            var content = "f" + number++;
            var rows = codes.Select(AnyComplaint).ToList();
            var first = warehouse.Import(CanonicalTable.Complaint, content, 3, rows);
            var version = Facts(warehouse).DataVersion;
            var again = warehouse.Import(CanonicalTable.Complaint, content, 4, rows);
            return first.Read == first.Stored + first.AlreadyThere + first.Quarantined
                && again.Stored == 0 && again.Quarantined == first.Quarantined && again.Read == first.Read
                && Facts(warehouse).DataVersion == version;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Import_OfFilesInAnyOrder_GivesTheSameDataVersion()
    {
        var files = Enumerable.Range(0, 4).Select(f => Enumerable.Range(0, 200).Select(i => AnyComplaint((i * 7 % 60) + 21)).ToList()).ToList();
        var versions = new[] { new[] { 0, 1, 2, 3 }, [3, 1, 0, 2] }.Select(order =>
        {
            using var warehouse = new TestWarehouse(provider);
            foreach (var file in order)
            {
                warehouse.Import(CanonicalTable.Complaint, "f" + file, 50, files[file]);
                warehouse.Import(CanonicalTable.Subscriber, "s" + file, 50, Enumerable.Range(file * 10, 20).Select(i => Subscriber(("subscriber_id", Pseudonym(i)), ("as_of", From), ("brand", "b" + (i % 3)))));
            }

            return Facts(warehouse).DataVersion;
        }).ToList();

        versions[1].ShouldBe(versions[0]);
    }

    [Fact]
    public void Facts_AfterAnImport_KnowCutOffDaysPrecisionAndFilledColumns()
    {
        using var warehouse = new TestWarehouse(provider);
        warehouse.Import(CanonicalTable.Complaint, "c", Complaint(("received_at", Utc(2026, 11, 2)), ("cause", "slow"), ("closed_at", Utc(2026, 11, 20))), Complaint(("received_at", Utc(2026, 11, 5, 20))));
        warehouse.Import(CanonicalTable.Complaint, "m", 10, [Complaint(("received_at", Utc(2026, 8, 31, 16)))], DatePrecision.Month);
        warehouse.Database.PutLabels("en", new Dictionary<string, string> { ["慢"] = "slow" });
        warehouse.Database.PutScales(new Dictionary<string, ItemScale> { ["*"] = new(1, 10) });

        var facts = Facts(warehouse);

        facts.CutOffUtc.ShouldBe(Utc(2026, 11, 20));
        facts.ComplaintDays.ShouldBe([new DateOnly(2026, 9, 1), new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 6)]);
        facts.SnapshotDays.ShouldBeEmpty();
        facts.Precision.ShouldBe(DatePrecision.Instant);
        warehouse.Database.Facts(new DateOnly(2026, 9, 7), new DateOnly(2026, 9, 14), "Asia/Shanghai").Precision.ShouldBe(DatePrecision.Month);
        warehouse.Database.Facts(new DateOnly(2026, 8, 3), new DateOnly(2026, 8, 10), "Asia/Shanghai").Precision.ShouldBe(DatePrecision.Instant);
        facts.FilledColumns.Order(StringComparer.Ordinal).ShouldBe(["complaint.cause", "complaint.closed_at", "complaint.count", "complaint.received_at"]);
        WarehouseColumns.HasValues(FactTable.Complaints, "handling_hours", facts.FilledColumns).ShouldBeTrue();
        WarehouseColumns.HasValues(FactTable.Complaints, "is_repeat", facts.FilledColumns).ShouldBeFalse();
        facts.Labels["en"]["慢"].ShouldBe("slow");
        facts.Scales["*"].ShouldBe(new ItemScale(1, 10));
    }

    [Fact]
    public void Facts_AfterACorrectedDate_ForgetTheWrongCutOff()
    {
        using var warehouse = new TestWarehouse(provider);
        warehouse.Import(CanonicalTable.Complaint, "a", Complaint(("complaint_id", "1"), ("received_at", Utc(2062, 11, 2))));
        warehouse.Import(CanonicalTable.Complaint, "b", Complaint(("complaint_id", "1"), ("received_at", Utc(2026, 11, 2))));

        Facts(warehouse).CutOffUtc.ShouldBe(Utc(2026, 11, 2));
    }

    [Fact]
    public void Quarantine_RetriedRows_AreReleasedWhereTheyGoIn()
    {
        using var warehouse = new TestWarehouse(provider);
        Quarantine(warehouse, "m1");
        var waiting = warehouse.Database.Quarantine(new QuarantineFilter(CanonicalTable.Complaint, Rule: "not-a-date")).ToList();
        waiting.Select(w => (w.Line, w.IsCanonical, string.Join('|', w.Header), string.Join('|', w.Fields))).ShouldBe([(3, false, "when|what", "32.11.|a\tb\n"), (4, false, "when|what", "?|c")]);

        using (var retry = warehouse.Database.BeginRetry(waiting[0].ImportId))
        {
            var batch = new RowBatch(CanonicalTable.Complaint, 4);
            Complaint(("received_at", Utc(2026, 11, 3))).CopyTo(batch.Add(3));
            batch.Quarantined.Add(new QuarantinedRow(4, "received_at", "??", "not-a-date", "??\tc"));
            batch.SourceRowsRead = 2;
            retry.Write(batch);
            retry.Complete([]).ShouldBe(new ImportCounts(2, 1, 0, 1, 0, 0));
        }

        warehouse.Database.Quarantine(new QuarantineFilter()).Select(w => (w.Line, w.Value)).ShouldBe([(4, "??")]);
        warehouse.Database.Imports().ShouldBe([new ImportSummary("complaint", "a.csv", 3, 2, 0, 1)]);
        warehouse.Database.ReleaseQuarantine([.. warehouse.Database.Quarantine(new QuarantineFilter()).Select(w => w.Id)]).ShouldBe(1);
        warehouse.Database.QuarantineSummaries().ShouldBeEmpty();
    }

    [Fact]
    public void Quarantine_OfTheSameFileAgain_IsNotDoubledAndAnotherMappingReplacesIt()
    {
        using var warehouse = new TestWarehouse(provider);
        Quarantine(warehouse, "m1");
        Quarantine(warehouse, "m1");
        warehouse.Database.QuarantineSummaries().ShouldBe([new QuarantineSummary("complaint", "not-a-date", "received_at", 2)]);

        using (var session = warehouse.Database.BeginImport(new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", "m2")))
        {
            session.Complete([]);
        }

        warehouse.Database.QuarantineSummaries().ShouldBeEmpty();
        warehouse.Database.Findings().Single().ShouldBe(new Finding("imported-under-other-mapping", "a.csv", "", 1, "The same file was imported under another mapping; rows without an id stand in the warehouse under both."));
    }

    [Fact]
    public void Open_NewerSchema_IsRefused()
    {
        using var warehouse = new TestWarehouse(provider);
        using (var other = warehouse.OpenSession())
        {
            other.Run("INSERT INTO schema_version (id, name, applied_at) VALUES (99, 'x', '')");
        }

        Should.Throw<AnalyticsException>(warehouse.Reopen).Message.ShouldBe(
            $"AN3002: The warehouse '{warehouse.Database.Place}' has schema 99 'x', which this program does not know; it knows schemas up to {Migrations.Newest}. Use the program that wrote it, or name another warehouse (Warehouse:Path) and import the sources again.");
    }

    [Fact]
    public void HoldSnapshot_WhileAnImportWrites_ReadsOneMomentOfTheData()
    {
        using var warehouse = new TestWarehouse(provider);
        warehouse.Import(CanonicalTable.Complaint, "a", Complaint(("received_at", Utc(2026, 11, 2))));
        using (warehouse.Database.HoldSnapshot())
        {
            warehouse.Import(CanonicalTable.Complaint, "b", Complaint(("received_at", Utc(2026, 11, 3))));
            Facts(warehouse).ComplaintDays.ShouldBe([new DateOnly(2026, 11, 2)]);
        }

        Facts(warehouse).ComplaintDays.ShouldBe([new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 3)]);
    }

    [Fact]
    public void Import_BegunWhileAnotherOfTheTableIsUnfinished_AbandonsThatOne()
    {
        using var warehouse = new TestWarehouse(provider);
        var row = Complaint(("received_at", Utc(2026, 11, 2)));
        using (var session = warehouse.Database.BeginImport(new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", "m1")))
        {
            Feed(session, CanonicalTable.Complaint, 1, [row]);
        }

        warehouse.Import(CanonicalTable.Complaint, "changed", 1, [row, row]).ShouldBe(new ImportCounts(2, 1, 1, 0, 1, 0));

        using var again = warehouse.Database.BeginImport(new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", "m1"));
        again.ResumeAfter.ShouldBe(0);
        warehouse.Database.Imports().ShouldBe([new ImportSummary("complaint", "changed.csv", 2, 1, 1, 0)]);
    }

    private static WarehouseFacts Facts(TestWarehouse warehouse) => warehouse.Database.Facts(From, To, "Asia/Shanghai");

    private static FieldValue[] AnyComplaint(int code) => Complaint(
        ("complaint_id", code <= 20 ? "id" + (code % 5) : null),
        ("received_at", Utc(2026, 11, 2)),
        ("cause", "c" + (code % 7)));

    private static void Quarantine(TestWarehouse warehouse, string mapping)
    {
        using var session = warehouse.Database.BeginImport(new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", mapping) { Header = "when\twhat" });
        var batch = new RowBatch(CanonicalTable.Complaint, 4);
        Complaint(("received_at", Utc(2026, 11, 2))).CopyTo(batch.Add(2));
        batch.Quarantined.Add(new QuarantinedRow(3, "received_at", "32.11.", "not-a-date", "32.11.\ta\\tb\\n"));
        batch.Quarantined.Add(new QuarantinedRow(4, "received_at", "?", "not-a-date", "?\tc"));
        batch.SourceRowsRead = 3;
        session.Write(batch);
        session.Complete([]);
    }
}

public sealed class SqliteWarehouseDatabaseTests() : WarehouseDatabaseTests(WarehouseProvider.Sqlite);

public sealed class PostgreSqlWarehouseDatabaseTests() : WarehouseDatabaseTests(WarehouseProvider.PostgreSql);

public sealed class SqlServerWarehouseDatabaseTests() : WarehouseDatabaseTests(WarehouseProvider.SqlServer);
