using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Reading;
using Analytics.Storage.Warehouse.Sharding;
using Analytics.Tests;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>The plan of a question to a spread warehouse: grouped where the rows are.</summary>
public sealed class ShardPlanTests
{
    [Fact]
    public void Question_IsGroupedOnEveryServer_AndOnlyGroupsTravel()
    {
        PostgresServer.Require();
        string[] databases = [.. Enumerable.Range(0, 4).Select(_ => PostgresServer.Shared.CreateDatabase())];
        try
        {
            var options = new WarehouseOptions("") { Provider = WarehouseProvider.PostgreSql, ConnectionString = databases[0] };
            ShardSetup.Initialise(options, databases[1..], TimeProvider.System);
            using var warehouse = WarehouseDatabase.Open(options, TimeProvider.System);
            using (var import = warehouse.BeginImport(new ImportIdentity(CanonicalTable.Complaint, "x.csv", "x", "m")))
            {
                TestWarehouse.Feed(import, CanonicalTable.Complaint, 1000, Enumerable.Range(0, 2_000).Select(i => TestWarehouse.Complaint(
                    ("received_at", TestWarehouse.Utc(2026, 11, 1 + (i % 20))), ("cause", "cause " + (i % 7)), ("region", "region " + (i % 3)), ("closed_at", TestWarehouse.Utc(2026, 11, 22, i % 24)), ("count", 1))));
                import.Complete([]);
            }

            var window = new WindowRequest(FactTable.Complaints, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 16), [], "Asia/Shanghai", TimeSpan.FromDays(30), TestWarehouse.Utc(2026, 11, 30));
            var request = new AggregateRequest(
                window,
                [new Filter("region", ["region 1", "region 2"])],
                [new AggregateAxis("axis_0", "cause", null), new AggregateAxis("axis_1", "handling_hours", new BandSet("handling_hours", [24, 48])), new AggregateAxis("axis_2", "day", null), new AggregateAxis("axis_3", "is_repeat", null)],
                new Dictionary<string, string> { ["sum_0"] = "handling_hours" });

            var plan = Plan(warehouse, request);

            var remote = plan.Where(line => line.Contains("Remote SQL", StringComparison.Ordinal)).ToList();
            remote.Count.ShouldBe(3, string.Join('\n', plan));
            remote.ShouldAllBe(sql => sql.Contains(" GROUP BY ", StringComparison.Ordinal) && sql.Contains("sum(", StringComparison.Ordinal));
            plan.Count(line => line.Contains("Async Foreign Scan", StringComparison.Ordinal)).ShouldBe(3);
            warehouse.Aggregate(request).Single().Counts!.Sum().ShouldBe(warehouse.Read(window with { Columns = ["region"] }).Sum(block => block.Dimensions["region"].Keys.Count(key => block.Dimensions["region"].Labels[key] != "region 0")));
        }
        finally
        {
            Array.ForEach(databases, PostgresServer.Shared.DropDatabase);
        }
    }

    private static List<string> Plan(WarehouseDatabase warehouse, AggregateRequest request)
    {
        using var session = warehouse.OpenSession();
        session.Execute("prefer_shards");
        var days = new LocalDays(request.Window.TimeZone);
        var plan = new List<string>();
        using var rows = session.Read(
            "EXPLAIN (VERBOSE, COSTS OFF) " + new AggregateSql(session, request, days, ShardSetup.Count(session)).For("complaint_window"),
            ("from", days.StartTicks(request.Window.From)),
            ("to", days.StartTicks(request.Window.To)),
            ("snapshot", -1),
            ("snapshot_year", 0),
            ("repeat_window", request.Window.RepeatWindow.Ticks),
            ("cut_off", request.Window.CutOffUtc.Ticks));
        while (rows.Step())
        {
            plan.Add(rows.Text(0));
        }

        return plan;
    }
}
