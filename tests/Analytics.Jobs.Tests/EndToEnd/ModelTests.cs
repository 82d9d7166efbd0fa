using System.Globalization;
using System.Text.Json;

namespace Analytics.Jobs.Tests.EndToEnd;

public sealed class ModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ModelTests()
    {
        var random = new Random(3);
        var lines = new List<string> { "brand,weight," + string.Join(',', "abc".SelectMany(c => Enumerable.Range(1, 3).Select(i => $"{c}{i}"))) };
        for (var r = 0; r < 300; r++)
        {
            var a = random.NextDouble();
            var b = (0.6 * a) + (0.4 * random.NextDouble());
            var c = (0.5 * b) + (0.5 * random.NextDouble());
            var answers = new[] { a, b, c }.SelectMany(f => Enumerable.Range(0, 3).Select(_ => Math.Round(1 + (7 * f) + (2 * random.NextDouble()))));
            lines.Add($"{(r % 2 == 0 ? "x" : "y")},{1 + (r % 3)},{string.Join(',', answers.Select(x => x.ToString(CultureInfo.InvariantCulture)))}");
        }

        File.WriteAllLines(Path.Combine(_folder.Path, "survey.csv"), lines);
        File.WriteAllText(Path.Combine(_folder.Path, "model.json"), """
            { "name": "chain", "scale": { "minimum": 1, "maximum": 10 },
              "constructs": [ { "name": "A", "items": ["a1", "a2", "a3"] }, { "name": "B", "items": ["b1", "b2", "b3"] }, { "name": "C",
                  "items": ["c1", "c2", "c3"] } ],
              "paths": [["A", "B"], ["B", "C"]], "bootstrap": { "resamples": 200 } }
            """);
    }

    [Fact]
    public void Fit_OnACsv_PrintsTablesAndWritesTheSameNumbers()
    {
        var run = Run("fit", "--data", "survey.csv", "--weight", "weight", "--out", "model.csv");
        run.ExitCode.ShouldBe(0, run.Messages);
        run.ResultLines[0].ShouldStartWith("chain: 300 respondents (effective ");
        new[] { "index", "path", "r_squared", "improve" }.ShouldAllBe(
            table => run.ResultLines.Any(line => line.StartsWith(table + " ", StringComparison.Ordinal)));
        run.Results.ShouldNotContain("NaN");
        var csv = File.ReadAllLines(Path.Combine(_folder.Path, "model.csv"));
        csv[0].ShouldEndWith("table,from,to,value,standard_error,lower,upper,p,note");
        var json = Run("fit", "--data", "survey.csv", "--weight", "weight", "--json");
        var rows = JsonDocument.Parse(json.Results).RootElement.GetProperty("rows");
        rows.GetArrayLength().ShouldBe(csv.Length - 1);
        var path = rows.EnumerateArray().First(r => r.GetProperty("table").GetString() == "path").GetProperty("value").GetDouble();
        csv.ShouldContain(line => line.StartsWith($"path,A,B,{path.ToString(CultureInfo.InvariantCulture)},", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_AndPredict_PrintTheirTables()
    {
        var compare = Run("compare", "--data", "survey.csv", "--by", "brand", "--first", "x", "--second", "y", "--permutations", "50", "--out", "compare.xlsx");
        compare.ExitCode.ShouldBe(0, compare.Messages);
        compare.ResultLines[0].ShouldBe("chain: x (150) − y (150), 50 permutations");
        compare.Results.ShouldContain("Full invariance");
        new FileInfo(Path.Combine(_folder.Path, "compare.xlsx")).Length.ShouldBeGreaterThan(1000);
        var predict = Run("predict", "--data", "survey.csv", "--folds", "5");
        predict.ExitCode.ShouldBe(0, predict.Messages);
        predict.ResultLines[0].ShouldStartWith("chain: predictive power ");
        predict.Results.ShouldContain("q_square");
    }

    [Fact]
    public void Template_WrittenToAFile_IsAModel()
    {
        var run = ProgramRun.In(_folder.Path, "model", "template", "ECSI", "--out", "ecsi.json");
        run.ExitCode.ShouldBe(0, run.Messages);
        JsonDocument.Parse(File.ReadAllText(run.ResultLines[0])).RootElement.GetProperty("name").GetString().ShouldBe("ECSI");
        ProgramRun.In(_folder.Path, "model", "template").ResultLines.ShouldContain("ACSI");
        ProgramRun.In(_folder.Path, "model", "schema").Results.ShouldContain("\"Satisfaction model\"");
    }

    [Fact]
    public void Fit_ColumnThatIsNotThere_EndsWithItsCode()
    {
        var run = Run("fit", "--data", "survey.csv", "--weight", "wieght");
        run.ExitCode.ShouldBe(2);
        run.Messages.ShouldStartWith("error AN7043: ");
        run.Messages.ShouldContain("weight");
    }

    public void Dispose() => _folder.Dispose();

    private ProgramRun Run(string command, params string[] arguments) => ProgramRun.In(_folder.Path, ["model", command, "--model", "model.json", .. arguments]);
}
