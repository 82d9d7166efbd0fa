using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary><c>analytics serve</c> as a process: it publishes by itself, shares or refuses, stops and goes on.</summary>
public sealed class ServeTests(RecentData data) : IClassFixture<RecentData>
{
    private const string OftenAndQuick = """
        { "Jobs": { "weekly": { "Cron": "0/5 * * * * ?" }, "pull": { "Enabled": false } }, "Scheduler": { "LeaseSeconds": 3,
            "Url": "http://127.0.0.1:0", "LogFormat": "json" } }
        """;

    [Fact]
    public async Task Serve_OnAStoreOfAnotherVersion_SetsItAside_Publishes_IsHealthy_RefusesASecond_AndStops()
    {
        using var folder = data.Copy(OftenAndQuick);
        await OldStore(folder.File("analytics-data/jobs.db"));
        using var serve = ChildProgram.Start(folder.Path, "serve");
        serve.WaitFor("health at ");
        serve.Written.ShouldContain("was of another version and was set aside");
        using var http = new HttpClient { BaseAddress = new Uri(serve.Written.Split("health at ")[1].Split('\n')[0].Trim()) };
        (await http.GetStringAsync("healthz", TestContext.Current.CancellationToken)).ShouldBe("alive\n");
        (await http.GetStringAsync("readyz", TestContext.Current.CancellationToken)).ShouldBe("ready\n");
        var second = ProgramRun.In(folder.Path, "serve");
        second.ExitCode.ShouldBe(2);
        second.Messages.ShouldContain("error AN6003: Another 'analytics serve' (process ");
        serve.WaitFor($"published {RecentData.Period} v1");
        (await http.GetStringAsync("metrics", TestContext.Current.CancellationToken))
            .ShouldContain("analytics_job_counts_total{job=\"weekly\",what=\"published\"} 1\n");
        ProgramRun.In(folder.Path, "jobs", "pause", "weekly").Messages.ShouldContain("weekly is paused");
        State(folder, "weekly").ShouldBe("paused");
        ProgramRun.In(folder.Path, "jobs", "resume", "weekly").Messages.ShouldContain("weekly is resumed");
        serve.Terminate().ShouldBe(0, serve.Written);
        Directory.GetDirectories(folder.File($"out/{RecentData.Period}/all"), "v*").Length.ShouldBe(1);
    }

    [Fact]
    public void Serve_StoppedInTheMiddleOfARun_GoesOnAtTheNextStart_UnderTheNewSchedule()
    {
        using var folder = data.Copy(OftenAndQuick);
        using (var first = ChildProgram.Start(folder.Path, "serve", "--set", "Scheduler:StopSeconds=0"))
        {
            first.WaitFor("weekly began");
            first.Terminate().ShouldBe(0, first.Written);
            first.Written.ShouldContain("weekly interrupted after");
        }

        Directory.Exists(folder.File($"out/{RecentData.Period}/all/v1")).ShouldBeFalse();
        using var second = ChildProgram.Start(folder.Path, "serve", "--set", "Jobs:weekly:Cron=0 0 6 ? * MON");
        second.WaitFor($"published {RecentData.Period} v1");
        second.Written.ShouldContain("weekly is scheduled: Report '0 0 6 ? * MON'");
        second.Written.ShouldContain("\"Cause\":\"recovery\"");
        second.Terminate().ShouldBe(0);
    }

    [Fact]
    public async Task Serve_MissedMondays_AreMadeUpForOnce_FromTheStore_AndFromTheHistoryWhereTheStoreIsGone()
    {
        using var folder = data.Copy(OftenAndQuick.Replace("0/5 * * * * ?", "0 0 6 ? * MON", StringComparison.Ordinal));
        var store = folder.File("analytics-data/jobs.db");
        ServeUntil(folder, "health at ");
        await Execute(store, $"UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = NEXT_FIRE_TIME - {TimeSpan.FromDays(21).Ticks} WHERE TRIGGER_NAME = 'weekly'");
        ServeUntil(folder, $"published {RecentData.Period} v1");
        History(folder).ShouldBe([("weekly", "schedule", "succeeded")]);
        File.Delete(store);
        await Execute(folder.File("analytics-data/warehouse.db"), $"UPDATE job_execution SET started_at = started_at - {TimeSpan.FromDays(21).Ticks}");
        ServeUntil(folder, $"nothing new: {RecentData.Period} v1").ShouldContain("weekly missed its time at ");
        History(folder).ShouldBe([("weekly", "missed", "skipped"), ("weekly", "schedule", "succeeded")]);
    }

    private static string ServeUntil(TemporaryFolder folder, string text)
    {
        using var serve = ChildProgram.Start(folder.Path, "serve");
        serve.WaitFor(text);
        serve.Terminate().ShouldBe(0, serve.Written);
        return serve.Written;
    }

    private static IEnumerable<(string?, string?, string?)> History(TemporaryFolder folder) =>
        JsonDocument.Parse(ProgramRun.In(folder.Path, "jobs", "history", "--json").Results).RootElement
        .EnumerateArray().Select(e => (e.GetProperty("job").GetString(), e.GetProperty("cause").GetString(), e.GetProperty("status").GetString()));

    private static string? State(TemporaryFolder folder, string job) =>
        JsonDocument.Parse(ProgramRun.In(folder.Path, "jobs", "list", "--json").Results).RootElement
        .EnumerateArray().Single(j => j.GetProperty("name").GetString() == job).GetProperty("state").GetString();

    /// <summary>A store of a scheduler three major versions back has these tables with fewer columns.</summary>
    private static Task OldStore(string file) => Execute(file, """
        CREATE TABLE QRTZ_JOB_DETAILS (SCHED_NAME TEXT, JOB_NAME TEXT, JOB_GROUP TEXT, JOB_CLASS_NAME TEXT, PRIMARY KEY (SCHED_NAME, JOB_NAME, JOB_GROUP));
        CREATE TABLE QRTZ_TRIGGERS (SCHED_NAME TEXT, TRIGGER_NAME TEXT, TRIGGER_GROUP TEXT, JOB_NAME TEXT, JOB_GROUP TEXT, PRIMARY KEY (SCHED_NAME,
            TRIGGER_NAME, TRIGGER_GROUP));
        """);

    private static async Task Execute(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
