using System.Globalization;
using System.Text.Json;
using Analytics.Reporting.Json;
using Microsoft.Data.Sqlite;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary>
/// A report job killed at random moments of pull, study, publish and deliver; rows, versions and copies are counted before and after.
/// Twelve kills; <c>ANALYTICS_TEST_KILLS=50</c> asks for more.
/// </summary>
public sealed class KilledJobsTests(RecentData data) : IClassFixture<RecentData>
{
    private const int RowsBefore = 360;
    private const int RowsOfWeek = 120;
    private const int RowsARound = 12;
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("ANALYTICS_TEST_KILLS") ?? "12", CultureInfo.InvariantCulture);

    /// <summary>
    /// What a run writes when the step before has ended, or what it leaves on the disk, and how many milliseconds later it is killed at most.
    /// </summary>
    private static readonly (string Step, string? Said, int Within)[] Steps =
    [
        ("pull", null, 900), ("study", "weekly: facts", 250), ("publish", "weekly: study", 250), ("deliver", "", 120),
    ];

    [Fact]
    public void ReportJob_KilledInEveryStep_LosesNoRow_PublishesAndDeliversEachVersionOnce()
    {
        using var folder = data.Copy(JsonSerializer.Serialize(new
        {
            Sources = new
            {
                drop = new { Kind = "Folder", Canonical = "complaints", Mapping = "map.json", Folder = "drop", Pattern = "*.csv", SettleSeconds = 0 },
            },
            Delivery = new { Folders = new { share = new { Path = "share" } } },
            Scheduler = new { LeaseSeconds = 1 },
        }));
        Directory.CreateDirectory(folder.File("drop"));
        Finish(folder);
        Verify(folder, rounds: 0);
        var random = new Random(20261122);
        var killed = Steps.ToDictionary(step => step.Step, _ => 0);
        for (var rounds = 1; killed.Values.Any(kills => kills < (Kills + 3) / Steps.Length); rounds++)
        {
            rounds.ShouldBeLessThan(4 * Kills, $"a step is over before it can be killed: {string.Join(", ", killed)}");
            RecentData.DropRows(folder.Path, 1000 * rounds, RowsARound);
            foreach (var step in Steps)
            {
                killed[step.Step] += Kill(folder, step, rounds + 1, random) ? 1 : 0;
            }

            Finish(folder);
            Verify(folder, rounds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine("killed: " + string.Join(", ", killed));
    }

    /// <summary>Runs the job and kills it a random time after a step began; false where it came to its end first.</summary>
    private static bool Kill(TemporaryFolder folder, (string Step, string? Said, int Within) step, int version, Random random)
    {
        using var run = ChildProgram.Start(folder.Path, "jobs", "run", "weekly");
        var published = folder.File($"out/{RecentData.Period}/all/v{version}");
        while (
            !run.HasEnded && step.Said is { } said && !(said.Length == 0 ? Directory.Exists(published) : run.Written.Contains(said, StringComparison.Ordinal)))
        {
            Thread.Sleep(5);
        }

        if (run.EndsWithin(TimeSpan.FromMilliseconds(random.Next(step.Said is null ? 200 : 0, step.Within))))
        {
            run.Ended().ShouldBe(0, run.Written);
            return false;
        }

        run.Kill();
        return true;
    }

    private static void Finish(TemporaryFolder folder)
    {
        var run = ProgramRun.In(folder.Path, "jobs", "run", "weekly");
        run.ExitCode.ShouldBe(0, run.Messages);
    }

    private static void Verify(TemporaryFolder folder, int rounds)
    {
        var (rows, versions) = (RowsBefore + (RowsARound * rounds), rounds + 1);
        Look(folder, "SELECT COUNT(*) || ' of ' || COUNT(DISTINCT complaint_id) FROM complaint").ShouldBe($"{rows} of {rows}");
        Look(folder, "SELECT (SELECT COUNT(*) FROM quarantine) || ' waiting, ' || (SELECT COUNT(*) FROM report_run WHERE status <> 'done') || ' not done'")
            .ShouldBe("0 waiting, 0 not done");
        var published = folder.File($"out/{RecentData.Period}/all");
        Directory.GetDirectories(published).Select(Path.GetFileName).ShouldBe(Enumerable.Range(1, versions).Select(v => $"v{v}"), ignoreOrder: true);
        using var newest = File.OpenRead(Path.Combine(published, $"v{versions}", "report.json"));
        ReportJson.Read(newest).PeriodRows!.Single(r => r.Table == "complaint").Rows.ShouldBe(RowsOfWeek + (RowsARound * rounds));
        var copies = Directory.GetFiles(folder.File("share"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();
        copies.ShouldAllBe(name => name!.EndsWith(".xlsx", StringComparison.Ordinal));
        copies.Distinct().Count().ShouldBe(versions);
        copies.Count.ShouldBe(versions);
        Look(folder, "SELECT COUNT(*) || ' sent of ' || (SELECT COUNT(*) FROM delivery) FROM delivery WHERE status = 'sent'")
            .ShouldBe($"{versions} sent of {versions}");
        Directory.GetFiles(folder.File("drop")).ShouldBeEmpty();
    }

    private static string Look(TemporaryFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("analytics-data/warehouse.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the texts stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        return (string)command.ExecuteScalar()!;
    }
}
