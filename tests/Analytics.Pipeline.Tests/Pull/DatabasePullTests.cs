using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Pull;
using Analytics.Storage.Sources.Databases;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Ledgers;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Pull;

/// <summary>Pulls of a table of complaints, the same on every engine that can be had.</summary>
public sealed class DatabasePullTests
{
    public static TheoryData<DatabaseKind, WarehouseProvider> Kinds => new()
    {
        { DatabaseKind.Sqlite, WarehouseProvider.Sqlite },
        { DatabaseKind.PostgreSql, WarehouseProvider.Sqlite },
        { DatabaseKind.PostgreSql, WarehouseProvider.PostgreSql },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pull_Twice_StoresEveryRowOnce_AndTheSecondLeavesNoTrace(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 100);

        Counts(world.Pull()).ShouldBe((100, 100, 0, 0));
        world.Stored().ShouldBe(Complaints(1, 100));
        var (imports, findings) = (world.Warehouse.Imports(), world.Warehouse.Findings());

        var again = world.Pull();
        Counts(again).ShouldBe((49, 0, 49, 0)); // two days of overlap: ids 52 to 100
        again.Watermark.ShouldStartWith(kind == DatabaseKind.Sqlite ? "2026-11-05 04:00:00" : "2026-11-05T04:00:00");
        world.Stored().ShouldBe(Complaints(1, 100));
        world.Warehouse.Imports().ShouldBe(imports);
        imports.ShouldBe([new ImportSummary("complaint", "crm", 100, 100, 0, 0)]);
        world.Warehouse.Findings().ShouldBe(findings);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NewChangedAndLateRows_InsideTheOverlap_AreFound(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 60);
        world.Pull();
        world.Add(61, 65);
        world.Execute("UPDATE complaints SET cause = 'corrected', changed_at = '2026-11-03 17:30:00' WHERE id = 3");
        world.Execute("INSERT INTO complaints VALUES (1000, '13900000000', '2026-11-02 15:00:00', 'late', NULL, '2026-11-02 15:00:00')");

        // overlap from 2026-11-01 12:00: ids 12–60 without 3, new 61–65, the changed and the late one
        Counts(world.Pull()).ShouldBe((49 + 5 + 2, 7, 49, 0));
        world.Stored().ShouldBe([.. Complaints(1, 65).Select(c => c.Id == "3" ? ("3", "corrected") : c), ("1000", "late")]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void RowsWithoutId_InTheOverlap_AreNeitherDoubledNorLost(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 60);
        // twins in all that is mapped
        world.Execute("INSERT INTO complaints SELECT id + 500, customer, received_at, cause, closed_at, changed_at FROM complaints WHERE id > 40");
        var source = world.Source(PullWorld.MappingWithoutId);

        Counts(world.Pull(source)).ShouldBe((80, 80, 0, 0));
        world.Execute("UPDATE complaints SET cause = 'corrected' WHERE id = 550");
        world.Execute("INSERT INTO complaints SELECT id + 1000, customer, received_at, cause, closed_at, '2026-11-03 12:30:00' FROM complaints WHERE id = 60");
        Counts(world.Pull(source)).ShouldBe((49 + 20 + 1, 2, 68, 0));
        world.Stored().Count(c => c.Cause == "cause 0").ShouldBe(12 + 4 + 1 - 1);
        world.Stored().Where(c => c.Cause == "corrected").ShouldBe([("crm:550", "corrected")]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OneWatermarkOverManyPages_LosesNoRow(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 100);
        world.Execute("UPDATE complaints SET changed_at = '2026-11-10 00:00:00' WHERE id > 10 AND id < 80");

        Counts(world.Pull()).ShouldBe((100, 100, 0, 0));
        Counts(world.Pull(world.Source(change: q => q with { Overlap = WatermarkOverlap.None }))).ShouldBe((0, 0, 0, 0));
        world.Add(101, 120);
        world.Execute("UPDATE complaints SET changed_at = '2026-11-10 00:00:00' WHERE id > 100");
        Counts(world.Pull(world.Source(change: q => q with { Overlap = WatermarkOverlap.None }))).ShouldBe((20, 20, 0, 0));
        world.Stored().ShouldBe(Complaints(1, 120));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NumberAsWatermark_GoesOnBehindTheLast_LessTheOverlap(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 50);
        var source = world.Source(change: q => q with { WatermarkColumn = "id", Overlap = WatermarkOverlap.Parse("5") });
        world.Pull(source).Watermark.ShouldBe("50");
        world.Add(51, 53);

        Counts(world.Pull(source)).ShouldBe((9, 3, 6, 0));
        Should.Throw<AnalyticsException>(
            () => world.Pull(source with { Query = source.Query! with { Overlap = WatermarkOverlap.Parse("2d") } })).Code.ShouldBe("AN2318");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PoisonedRow_WaitsInQuarantineOnce_HoweverOftenTheOverlapMeetsIt(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 60);
        world.Execute("UPDATE complaints SET received_at = NULL WHERE id = 55");

        Counts(world.Pull()).ShouldBe((60, 59, 0, 1));
        Counts(world.Pull()).ShouldBe((49, 0, 49, 0));
        world.Warehouse.QuarantineSummaries().ShouldBe([new QuarantineSummary("complaint", "required", "received_at", 1)]);
        var waiting = world.Warehouse.Quarantine(new QuarantineFilter()).Single();
        waiting.Fields[waiting.Header.ToList().IndexOf("id")].ShouldBe("55");

        // mended by another mapping, the row is stored and stays so, although the source still has it as it was
        var mended = PullWorld.Mapping.Replace("\"received_at\": \"received_at\"", "\"received_at\": \"changed_at\"", StringComparison.Ordinal);
        QuarantineRetry.Execute(
            new RetryRequest(world.Write("mended.json", mended), TimeZone: "UTC"),
            world.Warehouse,
            PullWorld.Pseudonyms).Stored.ShouldBe(1);
        Counts(world.Pull()).ShouldBe((49, 0, 49, 0));
        world.Warehouse.QuarantineSummaries().ShouldBeEmpty();
        world.Stored().ShouldBe(Complaints(1, 60));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void RenamedColumn_IsNamedWithTheNearest_AndAfterMendingNothingIsLost(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 30);
        world.Pull();
        world.Add(31, 40);
        world.Execute("ALTER TABLE complaints RENAME COLUMN cause TO cause_code");
        var mapped = Should.Throw<AnalyticsException>(() => world.Pull());
        world.Execute("ALTER TABLE complaints RENAME COLUMN cause_code TO cause");
        world.Execute("ALTER TABLE complaints RENAME COLUMN changed_at TO changed_on");
        var watermark = Should.Throw<AnalyticsException>(() => world.Pull());
        world.Execute("ALTER TABLE complaints RENAME COLUMN changed_on TO changed_at");

        (mapped.Code, watermark.Code).ShouldBe(("AN2103", "AN2314"));
        mapped.Problem.ShouldContain("'crm' has no column 'cause'. Did you mean 'cause_code'?");
        watermark.Problem.ShouldContain("has no column 'changed_at', which its WatermarkColumn names. Did you mean 'changed_on'?");
        world.Pull().Stored.ShouldBe(10);
        world.Stored().ShouldBe(Complaints(1, 40));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void RowsOutOfReach_AreToldAsFindings(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 20);
        world.Execute("UPDATE complaints SET changed_at = NULL WHERE id IN (4, 5)");
        if (kind == DatabaseKind.PostgreSql)
        {
            world.Execute("UPDATE complaints SET changed_at = '2999-01-01' WHERE id = 6");
        }

        var result = world.Pull();
        result.Stored.ShouldBe(kind == DatabaseKind.PostgreSql ? 17 : 18);
        result.Findings.Where(f => f.Rule is "rows-without-watermark" or "watermark-ahead").Select(f => (f.Rule, f.Field, f.Count)).ShouldBe(
            kind == DatabaseKind.PostgreSql
                ? [("rows-without-watermark", "changed_at", 2), ("watermark-ahead", "changed_at", 1)]
                : [("rows-without-watermark", "changed_at", 2)]);
        world.Add(21, 30);
        world.Pull().Stored.ShouldBe(10); // a watermark of the year 2999 does not hide what comes
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Population_IsCountedByTheSource(DatabaseKind kind, WarehouseProvider warehouse)
    {
        const string mapping = """
            { "table": "population", "columns": { "as_of": "day", "region": "region", "gender": { "source": "sex", "values": { "m": "male",
                "f": "female" } }, "subscribers": "subscribers" } }
            """;
        using var world = World(kind, warehouse);
        world.Execute("CREATE TABLE base (day DATE, region VARCHAR(20), sex VARCHAR(1))");
        world.Execute(
            "INSERT INTO base VALUES ('2026-11-01', 'Wuhan', 'm'), ('2026-11-01', 'Wuhan', 'm'), ('2026-11-01', 'Wuhan', 'f'), ('2026-11-01', NULL, 'f'), "
                + "('2026-11-02', 'Wuhan', 'm')");
        var source = world.Source(mapping, _ => new DatabaseQuery { Table = "base", GroupBy = ["day", "Region", "sex"] }, CanonicalTable.Population);

        Counts(world.Pull(source)).ShouldBe((4, 4, 0, 0));
        world.Execute("INSERT INTO base VALUES ('2026-11-02', 'Wuhan', 'm')");
        Counts(world.Pull(source)).ShouldBe((4, 1, 3, 0));
        world.Look("SELECT SUM(subscribers) || ' in ' || COUNT(*) FROM population").ShouldBe("6 in 4");

        var wrong = Should.Throw<AnalyticsException>(() => world.Pull(source with { Query = source.Query! with { GroupBy = ["day", "regoin"] } }));
        (wrong.Code, wrong.Problem.Contains("which its GroupBy names. Did you mean 'region'?", StringComparison.Ordinal)).ShouldBe(("AN2314", true));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Query_InPlaceOfATable_IsReadTheSameWay(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 40);
        var source = world.Source(
            change: q =>
                q with
                {
                    Table = null,
                    Query = "SELECT id, customer, received_at, UPPER(cause) AS cause, closed_at, changed_at FROM complaints WHERE id <= 30;",
                });

        Counts(world.Pull(source)).ShouldBe((30, 30, 0, 0));
        world.Stored().ShouldBe(Complaints(1, 30).Select(c => (c.Id, c.Cause.ToUpperInvariant())));
        var refused = Should.Throw<AnalyticsException>(() => world.Pull(source with { Query = source.Query! with { Query = "SELECT id FROM nowhere" } }));
        (refused.Code, refused.Problem.Contains("nowhere", StringComparison.Ordinal)).ShouldBe(("AN2315", true));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void FromStart_ReadsEverythingOnceMore_AndDoublesNothing(DatabaseKind kind, WarehouseProvider warehouse)
    {
        using var world = World(kind, warehouse);
        world.Add(1, 80);
        world.Pull();
        Counts(world.Pull(world.Source() with { FromStart = true })).ShouldBe((80, 0, 80, 0));
        world.Stored().ShouldBe(Complaints(1, 80));
    }

    [Fact]
    public void RowNumbers_InAMappingOfADatabase_AreRefused()
    {
        using var world = new PullWorld(DatabaseKind.Sqlite);
        var numbered = PullWorld.Mapping.Replace("\"id\"", "{ \"rowNumber\": \"row \" }", StringComparison.Ordinal);
        Should.Throw<AnalyticsException>(() => world.Pull(world.Source(numbered))).Code.ShouldBe("AN2321");
        Should.Throw<AnalyticsException>(() => world.Pull(world.Source(PullWorld.MappingWithoutId, q => q with { KeyColumns = [] }))).Code.ShouldBe("AN2322");
    }

    private static PullWorld World(DatabaseKind kind, WarehouseProvider warehouse) =>
        new(kind, warehouse: warehouse == WarehouseProvider.PostgreSql ? PostgresServer.Shared : null);

    private static (long Read, long Stored, long AlreadyThere, long Quarantined) Counts(PullResult result) =>
        (result.Read, result.Stored, result.AlreadyThere, result.Quarantined);

    private static List<(string Id, string Cause)> Complaints(int from, int to) =>
        [.. Enumerable.Range(from, to - from + 1).Select(id => ($"{id}", $"cause {id % 5}"))];
}
