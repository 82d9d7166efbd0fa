using System.Globalization;
using System.Text.Json;

namespace Analytics.Jobs.Tests.EndToEnd;

/// <summary>
/// The built program on the seeded survey, against what seminr prints of the same model (tests/Analytics.Statistics.Tests/PathModels/Fixtures).
/// </summary>
public sealed class SeededModelTests : IDisposable
{
    private static readonly string Fixtures = Repository.File("tests/Analytics.Statistics.Tests/PathModels/Fixtures");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_OfASurveyFile_PrintsSeminrsPathsAndExplainedVariance()
    {
        ProgramRun.In(_folder.Path, "model", "template", "ECSI-mobile", "--out", "model.json").ExitCode.ShouldBe(0);
        var run = ProgramRun.In(
            _folder.Path, "model", "fit", "--model", "model.json", "--data", Path.Combine(Fixtures, "phone.csv"), "--resamples", "200", "--json");
        run.ExitCode.ShouldBe(0, run.Messages);
        var fit = JsonDocument.Parse(run.Results).RootElement;
        fit.GetProperty("title").GetString()!.ShouldStartWith("ECSI-mobile: 300 respondents");
        var rows = fit.GetProperty("rows")
            .EnumerateArray()
            .ToLookup(r => (r.GetProperty("table").GetString(), r.GetProperty("from").GetString(), r.GetProperty("to").GetString()));
        var expected = File.ReadLines(Path.Combine(Fixtures, "tables", "ecsi.csv"))
            .Select(line => line.Split(','))
            .Where(cells => cells[0] is "path" or "r squared")
            .ToList();
        expected.Count.ShouldBe(12 + 6);
        foreach (var cells in expected)
        {
            var row = rows[(cells[0].Replace(' ', '_'), cells[1], cells[2])].ShouldHaveSingleItem();
            row.GetProperty("value").GetDouble().ShouldBe(double.Parse(cells[3], CultureInfo.InvariantCulture), 1e-9, string.Join(' ', cells));
            if (cells[0] == "path")
            {
                row.GetProperty("value").GetDouble().ShouldBeInRange(row.GetProperty("lower").GetDouble(), row.GetProperty("upper").GetDouble());
            }
        }
    }
}
