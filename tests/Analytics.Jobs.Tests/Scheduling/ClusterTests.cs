using System.Text.Json;
using Analytics.Tests;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary>Two processes on one PostgreSQL job store and warehouse.</summary>
public sealed class ClusterTests
{
    [Fact]
    public void OneOfTwoServers_KilledInTheMiddleOfAReport_IsMadeUpForByTheOther_PublishedOnce()
    {
        PostgresServer.Require();
        using var data = new RecentData();
        var (jobs, warehouse) = (PostgresServer.Shared.CreateDatabase(), PostgresServer.Shared.CreateDatabase());
        using var folder = data.Copy(JsonSerializer.Serialize(new
        {
            Warehouse = new { Provider = "PostgreSql", ConnectionString = warehouse },
            Scheduler = new { Provider = "PostgreSql", ConnectionString = jobs, LeaseSeconds = 3, Url = "none" },
            Jobs = new { weekly = new { Cron = "0/10 * * * * ?" }, pull = new { Enabled = false } },
        }));
        ProgramRun.In(folder.Path, "import", "complaints", "complaints.csv", "--map", "map.json").ExitCode.ShouldBe(0);
        using var one = ChildProgram.Start(folder.Path, "serve");
        using var two = ChildProgram.Start(folder.Path, "serve");
        one.WaitUntil(() => (one.Written + two.Written).Contains("weekly began", StringComparison.Ordinal), "the report to begin");
        var (killed, other) = one.Written.Contains("weekly began", StringComparison.Ordinal) ? (one, two) : (two, one);
        killed.Kill();
        other.WaitFor($"published {RecentData.Period} v1");
        other.WaitFor("nothing new");
        other.Terminate().ShouldBe(0);
        Directory.GetDirectories(folder.File($"out/{RecentData.Period}/all"), "v*").Length.ShouldBe(1);
        var history = JsonDocument.Parse(ProgramRun.In(folder.Path, "jobs", "history", "--json").Results).RootElement.EnumerateArray().Reverse().ToList();
        history[0].GetProperty("status").GetString().ShouldBe("lost");
        history[1]
            .ShouldSatisfyAllConditions(
                e => e.GetProperty("cause").GetString().ShouldBe("recovery"),
                e => e.GetProperty("counts").GetProperty("published").GetInt64().ShouldBe(1));
    }
}
