using System.Text.Json;

namespace Analytics.Jobs.Tests.Cli;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Doctor_InAnEmptyFolder_FindsNothingThatStopsAReport()
    {
        var run = ProgramRun.In(_folder.Path, "doctor");
        run.ExitCode.ShouldBe(0, run.Results);
        run.Results.ShouldNotContain("FAULT", Case.Sensitive);
        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty("doctor leaves nothing behind");
    }

    [Fact]
    public void Doctor_AFileWhereTheOutputFolderShouldBe_SaysSoWithARemedy()
    {
        File.WriteAllText(_folder.File("out"), "");
        var run = ProgramRun.In(_folder.Path, "doctor", "--json");
        run.ExitCode.ShouldBe(1);
        var faults = JsonDocument.Parse(run.Results).RootElement.GetProperty("checks")
            .EnumerateArray()
            .Where(c => c.GetProperty("state").GetString() == "fault")
            .ToList();
        faults.ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("output folder");
        faults[0].GetProperty("remedy").GetString()!.ShouldContain("Report:OutputFolder");
    }
}
