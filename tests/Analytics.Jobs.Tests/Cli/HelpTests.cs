using System.CommandLine;
using Analytics.Jobs.Cli;

namespace Analytics.Jobs.Tests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. Leaves(CommandTree.Build(), "").Select(c => c.Path)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryCommand_HasHelpWithExamplesOfItself(string path)
    {
        using var folder = new TemporaryFolder();
        var run = ProgramRun.In(folder.Path, [.. path.Split(' '), "--help"]);
        run.ExitCode.ShouldBe(0);
        run.Messages.ShouldBeEmpty();
        var examples = run.Results.Split("Examples:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        examples.ShouldAllBe(line => line.StartsWith($"analytics {path}", StringComparison.Ordinal));
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty("help writes nothing");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryExample_IsAValidCommandLine(string path)
    {
        var command = Leaves(CommandTree.Build(), "").Single(c => c.Path == path).Command;
        foreach (var example in command.Examples)
        {
            var errors = CommandTree.Build().Parse(example["analytics ".Length..]).Errors.Select(e => e.Message);
            errors.ShouldBeEmpty(example);
        }
    }

    [Fact]
    public void EveryOption_SaysWhatItIs()
        => Leaves(CommandTree.Build(), "")
            .SelectMany(c => c.Command.Options.Where(o => string.IsNullOrWhiteSpace(o.Description)).Select(o => $"{c.Path} {o.Name}"))
            .ShouldBeEmpty();

    [Fact]
    public void RootHelp_ListsTheCommands()
    {
        var results = ProgramRun.In(Path.GetTempPath(), "--help").Results;
        foreach (var command in CommandTree.Build().Subcommands)
        {
            results.ShouldContain($"  {command.Name} ");
        }
    }

    private static IEnumerable<(string Path, ExampleCommand Command)> Leaves(Command parent, string prefix)
        => parent.Subcommands.SelectMany(c => c.Subcommands.Count > 0 ? Leaves(c, $"{prefix}{c.Name} ") : [($"{prefix}{c.Name}", (ExampleCommand)c)]);
}
