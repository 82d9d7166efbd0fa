using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Ledgers;
using Analytics.Storage.Warehouse.Reading;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

public abstract class ImportSessionTests(WarehouseProvider provider) : IDisposable
{
    private readonly TestWarehouse _warehouse = new(provider);

    [Fact]
    public void Import_IdenticalRowsInOneFile_AreEachKeptAndReported()
    {
        var row = Complaint(("received_at", Utc(2026, 11, 2)), ("cause", "slow"));
        var other = Complaint(("received_at", Utc(2026, 11, 2)), ("cause", "bill"));

        _warehouse.Import(CanonicalTable.Complaint, "a", 2, [row, other, row, row]).ShouldBe(new ImportCounts(4, 4, 0, 0, RepeatedRows: 2, RepeatedIds: 0));

        _warehouse.Database.Findings().ShouldBe([new Finding("repeated-rows", "a.csv", "", 2, "Identical rows of the file are each kept.")]);
        Causes().ShouldBe(new Dictionary<string, int> { ["slow"] = 3, ["bill"] = 1 });
    }

    [Fact]
    public void Import_SameFileTwice_StoresNothing()
    {
        var row = Complaint(("received_at", Utc(2026, 11, 2)), ("cause", "slow"));
        _warehouse.Import(CanonicalTable.Complaint, "a", 2, [row, row, row]);
        var facts = Version();

        _warehouse.Import(CanonicalTable.Complaint, "a", 2, [row, row, row]).ShouldBe(new ImportCounts(3, 0, 3, 0, RepeatedRows: 2, RepeatedIds: 0));

        Version().ShouldBe(facts);
        _warehouse.Database.Imports().ShouldBe([new ImportSummary("complaint", "a.csv", 3, 3, 0, 0)]);
    }

    [Fact]
    public void Import_FileThatHoldsOneMoreOfARow_StoresTheOneMore()
    {
        var row = Complaint(("received_at", Utc(2026, 11, 2)), ("cause", "slow"));
        _warehouse.Import(CanonicalTable.Complaint, "a", [row, row]);

        _warehouse.Import(CanonicalTable.Complaint, "b", 2, [row, row, row]).ShouldBe(new ImportCounts(3, 1, 2, 0, RepeatedRows: 2, RepeatedIds: 0));

        Causes().ShouldBe(new Dictionary<string, int> { ["slow"] = 3 });
    }

    [Fact]
    public void Import_IdWithChangedContentInALaterFile_ReplacesTheRow()
    {
        _warehouse.Import(CanonicalTable.Complaint, "a", Complaint(("complaint_id", "7"), ("received_at", Utc(2026, 11, 2)), ("cause", "slow"), ("text", "old")));

        _warehouse.Import(CanonicalTable.Complaint, "b", Complaint(("complaint_id", "7"), ("received_at", Utc(2026, 11, 3)), ("cause", "bill"), ("text", "new")))
            .ShouldBe(new ImportCounts(1, 1, 0, 0, 0, 0));

        var detail = _warehouse.Database.ReadDetails(November("cause"), [], 10).ShouldHaveSingleItem();
        (detail.CaseId, detail.ReceivedAtUtc, detail.Cause, detail.Text).ShouldBe(("7", Utc(2026, 11, 3), "bill", "new"));
    }

    [Fact]
    public void Import_FileThatIsOlderThanACorrection_DoesNotUndoIt()
    {
        var original = Complaint(("complaint_id", "7"), ("received_at", Utc(2026, 11, 2)), ("cause", "slow"));
        _warehouse.Import(CanonicalTable.Complaint, "a", original);
        _warehouse.Import(CanonicalTable.Complaint, "b", Complaint(("complaint_id", "7"), ("received_at", Utc(2026, 11, 2)), ("cause", "bill")));

        _warehouse.Import(CanonicalTable.Complaint, "a", original).ShouldBe(new ImportCounts(1, 0, 1, 0, 0, 0));

        Causes().ShouldBe(new Dictionary<string, int> { ["bill"] = 1 });
    }

    [Fact]
    public void Import_IdRepeatedWithOtherContentInOneFile_QuarantinesTheLaterRow()
    {
        var first = Complaint(("complaint_id", "7"), ("received_at", Utc(2026, 11, 2)), ("cause", "slow"));
        var other = Complaint(("complaint_id", "7"), ("received_at", Utc(2026, 11, 2)), ("cause", "bill\tand more"));

        _warehouse.Import(CanonicalTable.Complaint, "a", 2, [first, first, other]).ShouldBe(new ImportCounts(3, 1, 1, 1, RepeatedRows: 0, RepeatedIds: 2));

        var entry = _warehouse.Database.Quarantine(new QuarantineFilter()).ShouldHaveSingleItem();
        (entry.Line, entry.Rule, entry.Field, entry.Value, entry.IsCanonical).ShouldBe((4, "repeated-id", "complaint_id", "7", true));
        entry.Header.ShouldBe(CanonicalTable.Complaint.Fields.Select(f => f.Name));
        entry.Fields[CanonicalTable.Complaint["cause"].Index].ShouldBe("bill\tand more");
        _warehouse.Database.QuarantineSummaries().ShouldBe([new QuarantineSummary("complaint", "repeated-id", "complaint_id", 1)]);
    }

    [Fact]
    public void Import_ThatWasInterrupted_ContinuesBehindItsWatermark()
    {
        var rows = Enumerable.Range(0, 10).Select(i => Complaint(("received_at", Utc(2026, 11, 2)), ("cause", "c" + (i % 3)))).ToList();
        using (var session = _warehouse.Database.BeginImport(new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", "m1")))
        {
            Feed(session, CanonicalTable.Complaint, 4, rows.Take(8));
        }

        _warehouse.Reopen();
        using (var session = _warehouse.Database.BeginImport(new ImportIdentity(CanonicalTable.Complaint, "a.csv", "a", "m1")))
        {
            session.ResumeAfter.ShouldBe(8);
            Feed(session, CanonicalTable.Complaint, 4, rows).Complete([]).ShouldBe(new ImportCounts(10, 10, 0, 0, RepeatedRows: 7, RepeatedIds: 0));
        }

        Causes().ShouldBe(new Dictionary<string, int> { ["c0"] = 4, ["c1"] = 3, ["c2"] = 3 });
    }

    public void Dispose()
    {
        _warehouse.Dispose();
        GC.SuppressFinalize(this);
    }

    private static WindowRequest November(params string[] columns) =>
        new(FactTable.Complaints, new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), columns, "Asia/Shanghai", TimeSpan.FromDays(30), Utc(2026, 12, 1));

    private string Version() => _warehouse.Database.Facts(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1), "Asia/Shanghai").DataVersion;

    private Dictionary<string, int> Causes() => _warehouse.Database.Read(November("cause"))
        .SelectMany(block => block.Dimensions["cause"].Keys.Select(key => block.Dimensions["cause"].Labels[key]))
        .CountBy(label => label)
        .ToDictionary();
}

public sealed class SqliteImportSessionTests() : ImportSessionTests(WarehouseProvider.Sqlite);

public sealed class PostgreSqlImportSessionTests() : ImportSessionTests(WarehouseProvider.PostgreSql);

public sealed class SqlServerImportSessionTests() : ImportSessionTests(WarehouseProvider.SqlServer);
