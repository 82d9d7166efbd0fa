using System.Text.RegularExpressions;

namespace Analytics.Jobs.Tests.EndToEnd;

/// <summary>The commands of the README do what it says.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Readme = File.ReadAllText(Repository.File("README.md"));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FirstCommand_IsTheDemo_AndRunsFromSource()
    {
        var command = Blocks()[0].ShouldHaveSingleItem();
        command.ShouldBe("dotnet run --project jobs/Analytics.Jobs -c Release -- demo");
        // no build servers: they would outlive the command and hold its output open
        (string, string)[] alone = [("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false")];
        var run = ProgramRun.Start(
            "dotnet",
            [.. command.Replace("jobs/Analytics.Jobs", Repository.File("jobs/Analytics.Jobs"), StringComparison.Ordinal).Split(' ')[1..]],
            _folder.Path,
            alone);
        run.ExitCode.ShouldBe(0, run.Messages + run.Results);
        run.Results.ShouldContain("workbook: ");
        File.Exists(_folder.File("analytics-data/warehouse.db")).ShouldBeTrue();
    }

    [Fact]
    public void SecondCommand_IsTheTestCommand_ThatTheBuildServerRunsToo()
    {
        var command = Blocks()[1].ShouldHaveSingleItem();
        command.ShouldBe("dotnet test Analytics.sln");
        File.ReadAllText(Repository.File(".ci/run")).ShouldContain($"\n{command} ");
    }

    [Fact]
    public void OwnDataCommands_RunOneAfterTheOther()
    {
        ProgramRun.In(
            _folder.Path,
            "sample",
            "--out",
            ".",
            "--plain",
            "--subscribers",
            "3000",
            "--weeks",
            "10",
            "--complaints",
            "300",
            "--survey",
            "10").ExitCode.ShouldBe(0);
        File.Delete(_folder.File("complaints.map.json"));
        foreach (var command in Blocks()[2])
        {
            var words = Quoted().Matches(command).Select(m => m.Value.Trim('"')).ToList();
            words[0].ShouldBe("analytics");
            var target = words.IndexOf(">");
            var run = ProgramRun.In(_folder.Path, [.. words[1..(target < 0 ? words.Count : target)]]);
            run.ExitCode.ShouldBe(0, $"{command}\n{run.Messages}");
            if (target >= 0)
            {
                File.WriteAllText(_folder.File(words[target + 1]), run.Results);
            }
        }
    }

    [Fact]
    public void ModelCommands_RunOnASurvey()
    {
        var (first, second) = (Blocks()[3][0], Blocks()[3][1]);
        ProgramRun.In(_folder.Path, first.Split(' ')[1..]).ExitCode.ShouldBe(0);
        string[] items =
        [
            .. new[]
            {
                ("IMAG", 5),
                ("CUEX", 3),
                ("PERQ", 7),
                ("PERV", 2),
                ("CUSA", 3),
                ("CUSL", 3),
            }.SelectMany(b => Enumerable.Range(1, b.Item2).Select(i => $"{b.Item1}{i}")),
            "CUSCO",
        ];
        var random = new Random(1);
        var rows = Enumerable.Range(0, 120)
            .Select(_ => random.NextDouble() * 5)
            .Select(f => $"{1 + random.Next(3)},{string.Join(',', items.Select(_ => (int)(1 + f + (4 * random.NextDouble()))))}");
        File.WriteAllLines(_folder.File("survey.csv"), rows.Prepend($"weight,{string.Join(',', items)}"));
        var run = ProgramRun.In(_folder.Path, [.. second.Split(' ')[1..], "--resamples", "50"]);
        run.ExitCode.ShouldBe(0, run.Messages);
        File.Exists(_folder.File("model.xlsx")).ShouldBeTrue();
    }

    [Fact]
    public void Links_LeadToFiles()
    {
        var broken = Link().Matches(Readme).Select(m => m.Groups[1].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal) && !Path.Exists(Repository.File(target)));
        broken.ShouldBeEmpty();
    }

    /// <summary>Commands of every bash block, in order.</summary>
    private static List<string[]> Blocks() =>
        [.. Block().Matches(Readme).Select(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\(([^)#]+)")]
    private static partial Regex Link();
}
