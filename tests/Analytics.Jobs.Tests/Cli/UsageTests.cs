namespace Analytics.Jobs.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("reprot", "AN1001")]
    [InlineData("", "AN1001")]
    [InlineData("doctor --jsn", "AN1001")]
    [InlineData("sample --weeks many", "AN1001")]
    [InlineData("sample --weeks 1", "AN1301")]
    [InlineData("sample --last-week 2026-W54", "AN1101")]
    [InlineData("version --set Report", "AN1010")]
    [InlineData("version --set Report:Colour=red", "AN1003")]
    public void WrongUsage_EndsWithExitCode2_ACodeAndARemedy(string arguments, string code)
    {
        var run = ProgramRun.In(_folder.Path, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        run.ExitCode.ShouldBe(2);
        run.Results.ShouldBeEmpty();
        var lines = run.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith($"error {code}: ");
        lines[1].ShouldStartWith("  remedy: ");
        run.Messages.ShouldNotContain("   at ");
    }

    [Fact]
    public void FaultsOfFileEnvironmentAndCommandLine_AreReportedTogether()
    {
        File.WriteAllText(_folder.File("appsettings.json"), """{ "Report": { "MinimumCell": 3, "Langauge": "en" } /* a comment is allowed */, }""");
        var run = ProgramRun.In(_folder.Path, [("ANALYTICS__Report__TrailingPeriods", "0")], "doctor", "--set", "Report:WeekStart=Caturday");
        run.ExitCode.ShouldBe(2);
        run.Messages.ShouldBe("""
            error AN1006: Setting Report:WeekStart is 'Caturday'.
              remedy: Write one of: Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday.
            error AN1005: Setting Report:MinimumCell is 3, below the smallest allowed value, 5.
              remedy: Write a number from 5 to 1000000.
            error AN1005: Setting Report:TrailingPeriods is 0, below the smallest allowed value, 1.
              remedy: Write a number from 1 to 520.
            error AN1003: There is no setting 'Report:Langauge' (value 'en').
              remedy: Did you mean 'Report:Language'?

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void LaterSource_OverridesTheEarlier()
    {
        File.WriteAllText(_folder.File("appsettings.json"), """{ "Report": { "OutputFolder": "from-file" } }""");
        var environment = new[] { ("ANALYTICS__Report__OutputFolder", "from-environment") };
        ProgramRun.In(_folder.Path, "doctor").Results.ShouldContain("from-file'");
        ProgramRun.In(_folder.Path, environment, "doctor").Results.ShouldContain("from-environment'");
        ProgramRun.In(_folder.Path, environment, "doctor", "--set", "Report:OutputFolder=from-set").Results.ShouldContain("from-set'");
    }

    [Fact]
    public void SettingsFile_BrokenJson_NamesTheLine()
    {
        File.WriteAllText(_folder.File("appsettings.json"), "{\n  \"Report\": {\n");
        var run = ProgramRun.In(_folder.Path, "doctor");
        run.ExitCode.ShouldBe(2);
        run.Messages.ShouldStartWith("error AN1002: appsettings.json is not valid JSON: ");
        run.Messages.ShouldContain("LineNumber: 2");
    }
}
