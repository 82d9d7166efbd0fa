using System.Text.Json;
using Analytics.Reporting.Json;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary>Jobs run by hand, twice, at once, on a full disk: each period published once, late data as the next version.</summary>
public sealed class JobsRunTests(RecentData data) : IClassFixture<RecentData>
{
    [Fact]
    public void Run_Twice_PublishesOnce_AndARowChangedSince_IsPublishedAsTheNextVersion()
    {
        using var folder = data.Copy();
        ProgramRun.In(folder.Path, "jobs", "run", "weekly").Results.ShouldBe($"published {RecentData.Period} v1\n");
        ProgramRun.In(folder.Path, "jobs", "run", "weekly").Results.ShouldBe($"nothing new: {RecentData.Period} v1\n");
        RecentData.AddRows(folder.Path, first: 0, rows: 12, cause: "资费");
        ProgramRun.In(folder.Path, "jobs", "run", "weekly").Results.ShouldBe($"published {RecentData.Period} v2\n");
        using var file = File.OpenRead(folder.File($"out/{RecentData.Period}/all/v2/report.json"));
        var revisions = ReportJson.Read(file).Revisions.ShouldNotBeNull();
        (revisions.Since, revisions.Rows.Single().Before, revisions.Rows.Single().After).ShouldBe((1, 120, 120));
        revisions.Figures.ShouldContain(f => f.Subject.StartsWith("pareto:", StringComparison.Ordinal));
        History(folder)
            .Select(e => (e.GetProperty("status").GetString(), e.GetProperty("cause").GetString()))
            .ShouldBe([("succeeded", "person"), ("skipped", "person"), ("succeeded", "person")]);
        Versions(folder).ShouldBe(["v1", "v2"]);
    }

    [Fact]
    public void Run_ByTwoWorkersAtOnce_PublishesOnce()
    {
        using var folder = data.Copy();
        using var first = ChildProgram.Start(folder.Path, "jobs", "run", "weekly", "--json");
        using var second = ChildProgram.Start(folder.Path, "jobs", "run", "weekly", "--json");
        (first.Ended(), second.Ended()).ShouldBe((0, 0), first.Written + second.Written);
        Versions(folder).ShouldBe(["v1"]);
        History(folder).Sum(e => e.GetProperty("counts").GetProperty("published").GetInt64()).ShouldBe(1);
        History(folder).Select(e => e.GetProperty("status").GetString()).Order().ShouldBe(["skipped", "succeeded"]);
    }

    [Fact]
    public void Run_OnAFullDisk_FailsWithItsCause_AndPublishesOnceThereIsRoom()
    {
        using var disk = SmallDisk.Mount(megabytes: 1);
        Assert.SkipWhen(disk is null, "a small disk can only be mounted by root");
        using var folder = data.Copy();
        File.WriteAllBytes($"{disk.Path}/ballast", new byte[980 * 1024]);
        string[] run = ["jobs", "run", "weekly", "--set", $"Report:OutputFolder={disk.Path}/out"];
        var full = ProgramRun.In(folder.Path, run);
        full.ExitCode.ShouldBe(1, full.Messages);
        full.Messages.ShouldContain("error AN5203: ");
        Directory.GetDirectories(disk.Path, "v*", SearchOption.AllDirectories).ShouldBeEmpty();
        History(folder)[0].GetProperty("errorCode").GetString().ShouldBe("AN5203");
        disk.Grow(megabytes: 64);
        ProgramRun.In(folder.Path, run).Results.ShouldBe($"published {RecentData.Period} v1\n");
    }

    [Fact]
    public void Jobs_BeforeAnythingRan_AreListedWithTheirNextTime_AndWhatIsWrongIsNamed()
    {
        using var folder = new TemporaryFolder();
        var listed = JsonDocument.Parse(ProgramRun.In(folder.Path, "jobs", "list", "--json").Results).RootElement.EnumerateArray().ToList();
        listed.Select(j => (j.GetProperty("name").GetString(), j.GetProperty("state").GetString()))
            .ShouldBe([("weekly", "not started"), ("monthly", "off"), ("pull", "not started"), ("maintain", "not started")]);
        listed[0].GetProperty("next").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ShouldSatisfyAllConditions(
            next => next.DayOfWeek.ShouldBe(DayOfWeek.Monday), next => next.TimeOfDay.ShouldBe(TimeSpan.FromHours(6)));
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty("a command that only looks makes nothing");
        ProgramRun.In(folder.Path, "jobs", "run", "wekly").Messages.ShouldContain("error AN6007: There is no job 'wekly'. Did you mean 'weekly'?");
        ProgramRun.In(folder.Path, "jobs", "pause", "weekly").Messages.ShouldContain("error AN6009: ");
    }

    private static List<JsonElement> History(TemporaryFolder folder)
        => [.. JsonDocument.Parse(ProgramRun.In(folder.Path, "jobs", "history", "--json").Results).RootElement.EnumerateArray()];

    private static IEnumerable<string> Versions(TemporaryFolder folder)
        => Directory.GetDirectories(folder.File($"out/{RecentData.Period}/all"), "v*").Select(v => Path.GetFileName(v)).Order();
}
