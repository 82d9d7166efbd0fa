using System.Text.Json;

namespace Analytics.Jobs.Tests.EndToEnd;

/// <summary>Full disks, missing permission, Ctrl+C: a code and a remedy each, and nothing lost.</summary>
public sealed class TroubleTests : IDisposable
{
    private const int NobodyId = 65534;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Report_OutputFolderCannotBeMade_PublishesNothing_AndSaysWhatToDo()
    {
        Demo();
        File.WriteAllText(_folder.File("blocked"), "a file where a folder should be");
        var run = ProgramRun.In(_folder.Path, "report", "--period", "2026-W45", "--out", "blocked/here");
        run.ExitCode.ShouldBe(1);
        run.Results.ShouldBeEmpty();
        run.Messages.ShouldContain("error AN5202: ");
        run.Messages.ShouldContain("--out");
    }

    [Fact]
    public void Report_WithoutWritePermission_HasItsCode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "permission bits are a Unix matter");
        Demo();
        Directory.CreateDirectory(_folder.File("sealed"));
        File.SetUnixFileMode(
            _folder.File("sealed"),
            UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var run = AsOrdinaryUser("report", "--period", "2026-W45", "--out", "sealed");
        run.ExitCode.ShouldBe(1, run.Messages);
        run.Messages.ShouldContain("error AN5202: ");
        run.Messages.ShouldNotContain("   at ");
    }

    [Fact]
    public void Import_OnAFullDisk_SaysSo_AndGoesOnOnceThereIsRoom()
    {
        using var disk = SmallDisk.Mount(megabytes: 3);
        Assert.SkipWhen(disk is null, "a small disk can only be mounted by root");
        ProgramRun.In(_folder.Path, "sample", "--subscribers", "20000", "--weeks", "2", "--complaints", "10").ExitCode.ShouldBe(0);
        var sample = _folder.File("analytics-data/sample");
        string[] import =
        [
            "import", "subscribers", $"{sample}/subscribers.csv.gz", "--map", $"{sample}/subscribers.map.json", "--set", $"Warehouse:Path={disk.Path}/w.db",
            "--json",
        ];
        var full = ProgramRun.In(_folder.Path, import);
        full.ExitCode.ShouldBe(1, full.Messages);
        full.Results.ShouldBeEmpty();
        full.Messages.ShouldContain("error AN3004: ");
        disk.Grow(megabytes: 200);
        var again = ProgramRun.In(_folder.Path, import);
        again.ExitCode.ShouldBe(0, again.Messages);
        var counts = JsonDocument.Parse(again.Results).RootElement;
        counts.GetProperty("read").GetInt64().ShouldBe(20_000);
    }

    [Fact]
    public void Report_OnAFullDisk_PublishesNothing()
    {
        using var disk = SmallDisk.Mount(megabytes: 1);
        Assert.SkipWhen(disk is null, "a small disk can only be mounted by root");
        Demo();
        File.WriteAllBytes($"{disk.Path}/ballast", new byte[900 * 1024]);
        var run = ProgramRun.In(_folder.Path, "report", "--period", "2026-W45", "--out", disk.Path);
        run.ExitCode.ShouldBe(1, run.Messages);
        run.Messages.ShouldContain("error AN5203: ");
        Directory.GetDirectories(disk.Path, "v*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void Import_Interrupted_EndsCleanly_AndTheNextRunCompletesIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are a Unix matter");
        ProgramRun.In(_folder.Path, "sample", "--subscribers", "600000", "--weeks", "2", "--complaints", "10").ExitCode.ShouldBe(0);
        string[] import =
        [
            "import", "subscribers", "analytics-data/sample/subscribers.csv.gz", "--map", "analytics-data/sample/subscribers.map.json", "--json",
        ];
        var interrupted = InterruptOnceWriting(import);
        interrupted.ExitCode.ShouldBe(1, interrupted.Messages);
        interrupted.Messages.ShouldContain("error AN9005: ");
        interrupted.Results.ShouldBeEmpty();
        var again = ProgramRun.In(_folder.Path, import);
        again.ExitCode.ShouldBe(0, again.Messages);
        JsonDocument.Parse(again.Results).RootElement.GetProperty("read").GetInt64().ShouldBe(600_000);
    }

    private void Demo() => ProgramRun.In(_folder.Path, "demo", "--subscribers", "1000", "--weeks", "6", "--complaints", "100").ExitCode.ShouldBe(0);

    /// <summary>Root may write anywhere, so root's tests run the program as nobody.</summary>
    private ProgramRun AsOrdinaryUser(params string[] arguments)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return ProgramRun.In(_folder.Path, arguments);
        }

        ProgramRun.Start("chown", ["-R", $"{NobodyId}:{NobodyId}", $"{_folder.Path}/analytics-data"], _folder.Path).ExitCode.ShouldBe(0);
        File.SetUnixFileMode(_folder.Path, File.GetUnixFileMode(_folder.Path) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var program = Path.Combine(AppContext.BaseDirectory, "analytics.dll");
        string[] demoted = [$"--reuid={NobodyId}", $"--regid={NobodyId}", "--clear-groups"];
        var probe = ProgramRun.Start("setpriv", [.. demoted, "cat", program, _folder.File("analytics-data/warehouse.db")], _folder.Path);
        Assert.SkipWhen(probe.ExitCode != 0, "nobody may not read the built program, or may not reach TMPDIR, here");
        return ProgramRun.Start("setpriv", [.. demoted, "dotnet", program, .. arguments], _folder.Path, ("HOME", _folder.Path));
    }

    private ProgramRun InterruptOnceWriting(string[] arguments)
    {
        using var process = ProgramRun.Watched(_folder.Path, arguments);
        var (results, messages) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var log = _folder.File("analytics-data/warehouse.db-wal");
        while (!process.HasExited && !(File.Exists(log) && new FileInfo(log).Length > 1_000_000))
        {
            Thread.Sleep(5);
        }

        ProgramRun.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)], _folder.Path);
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, results.Result, messages.Result);
    }
}
