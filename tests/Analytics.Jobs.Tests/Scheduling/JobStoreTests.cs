using Analytics.Core;
using Analytics.Jobs.Scheduling;
using Analytics.Jobs.Scheduling.Definitions;
using Analytics.Tests;
using Npgsql;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary>Job stores that are not this version's, or none.</summary>
public sealed class JobStoreTests
{
    [Fact]
    public void Serve_OnAServersStoreOfAnotherVersion_IsRefused_TouchesNothing_AndStartsOnceItsTablesAreDropped()
    {
        PostgresServer.Require();
        using var folder = new TemporaryFolder();
        var store = PostgresServer.Shared.CreateDatabase();
        Execute(store, """
            CREATE TABLE qrtz_job_details (sched_name TEXT, job_name TEXT, job_group TEXT, job_class_name TEXT, PRIMARY KEY (sched_name, job_name, job_group));
            CREATE TABLE qrtz_triggers (sched_name TEXT, trigger_name TEXT, trigger_group TEXT, job_name TEXT, job_group TEXT,
                PRIMARY KEY (sched_name, trigger_name, trigger_group));
            INSERT INTO qrtz_job_details VALUES ('other', 'nightly', 'g', 'c');
            """);
        (string, string)[] environment =
        [
            ("ANALYTICS__Scheduler__Provider", "PostgreSql"), ("ANALYTICS__Scheduler__ConnectionString", store), ("ANALYTICS__Scheduler__Url", "none"),
        ];

        var refused = ProgramRun.In(folder.Path, environment, "serve");
        refused.ExitCode.ShouldBe(2, refused.Messages);
        refused.Messages.ShouldContain("error AN6010: The job store 'PostgreSql' was made by another version of the scheduler: it lacks qrtz_");
        refused.Messages.ShouldContain("drop its tables (qrtz_*)");
        Execute(store, "SELECT COUNT(*) FROM information_schema.tables WHERE table_name LIKE 'qrtz%'").ShouldBe(2);
        Execute(store, "SELECT COUNT(*) FROM qrtz_job_details WHERE job_name = 'nightly'").ShouldBe(1);
        ProgramRun.In(folder.Path, environment, "jobs", "list").Messages.ShouldContain("error AN6010: ");

        Execute(store, "DROP TABLE qrtz_triggers; DROP TABLE qrtz_job_details");
        using var serve = ChildProgram.Start(
            folder.Path,
            "serve",
            "--set",
            "Scheduler:Provider=PostgreSql",
            "--set",
            "Scheduler:ConnectionString=" + store,
            "--set",
            "Scheduler:Url=none");
        serve.WaitFor("serving 3 jobs");
        serve.Terminate().ShouldBe(0, serve.Written);
        PostgresServer.Shared.DropDatabase(store);
    }

    [Fact]
    public void Serve_OnAnEmbeddedStoreThatIsDamaged_IsRefused_AndLeavesTheFileWhereItIs()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("analytics-data"));
        File.WriteAllText(folder.File("analytics-data/jobs.db"), new string('x', 5000));

        var refused = ProgramRun.In(folder.Path, "serve", "--set", "Scheduler:Url=none");
        refused.ExitCode.ShouldBe(1, refused.Messages);
        refused.Messages.ShouldContain("error AN6004: The job store 'analytics-data/jobs.db' cannot be used: ");
        File.ReadAllText(folder.File("analytics-data/jobs.db")).ShouldBe(new string('x', 5000));
        Directory.GetFiles(folder.File("analytics-data"), "jobs.db.2*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_OfAStoreOnAServerThatIsAway_IsNoOtherVersion()
    {
        var settings = new SchedulerSettings { Provider = "PostgreSql", ConnectionString = "Host=127.0.0.1;Port=1;Database=jobs;Username=u;Timeout=2" };
        var fault = await Should.ThrowAsync<AnalyticsException>(() => JobStore.Open(settings));
        fault.Code.ShouldBe("AN6004");
        fault.Remedy.ShouldStartWith("Check that the server runs");
    }

    private static long Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar() is long count ? count : 0;
    }
}
