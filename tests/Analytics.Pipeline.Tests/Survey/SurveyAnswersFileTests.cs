using Analytics.Core;
using Analytics.Pipeline.Survey;
using Analytics.Study.Models;

namespace Analytics.Pipeline.Tests.Survey;

public sealed class SurveyAnswersFileTests : IDisposable
{
    private const string Model = """
        { "name": "m", "scale": { "minimum": 1, "maximum": 10 }, "missingCodes": [98],
          "constructs": [ { "name": "A", "items": ["a"] }, { "name": "B", "items": ["b"] } ], "paths": [["A", "B"]] }
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    [Fact]
    public void Read_AnswersWeightsAndGroups_AreTakenByName()
    {
        File.WriteAllText(_path, "group,b,weight,a\n全球通,7,1.5,3\n神州行,NA,,98\n全球通,10,2,1\n");
        var answers = SurveyAnswersFile.Read(_path, ModelFile.Parse(Model), "weight", "group");
        answers.Table.Items.ShouldBe(["a", "b"]);
        answers.Table.Columns[0].ShouldBe([3, double.NaN, 1]);
        answers.Table.Columns[1].ShouldBe([7, double.NaN, 10]);
        answers.Table.Weights.ShouldBe([1.5, 0, 2]);
        answers.Columns["group"].ShouldBe(["全球通", "神州行", "全球通"]);
        answers.Missing.ShouldBe(2);
    }

    [Fact]
    public void Read_TickedItems_AreNoughtOrOne()
    {
        File.WriteAllText(_path, "a,b\n-1,2\n5,3\n98,4\n,5\nyes,6\n");
        var ticked = ModelFile.Parse(Model) with { Ticks = ["a"], MissingCodes = [] };
        SurveyAnswersFile.Read(_path, ticked, null).Table.Columns[0].ShouldBe([0, 1, 1, double.NaN, 1]);
    }

    [Fact]
    public void Read_ItemsTurnedRoundAndZeroWhereEmpty_MeanMoreIsBetter()
    {
        File.WriteAllText(_path, "a,b\n-1,2\n5,10\n,\n");
        var definition = ModelFile.Parse(Model) with { Ticks = ["a"], ZeroWhereEmpty = ["a"], Reversed = ["a", "b"] };
        var columns = SurveyAnswersFile.Read(_path, definition, null).Table.Columns;
        columns[0].ShouldBe([1, 0, 1]);
        columns[1].ShouldBe([9, 1, double.NaN]);
    }

    [Fact]
    public void Read_AnswersThatCannotBeUsed_AreListedWithTheirLines()
    {
        File.WriteAllText(_path, "a,b\n1,2\nx,11\n");
        var message = Should.Throw<AnalyticsException>(() => SurveyAnswersFile.Read(_path, ModelFile.Parse(Model), null)).Message;
        message.ShouldContain("AN7044");
        message.ShouldContain("line 3, a: 'x' is no number; line 3, b: 11 is off its scale of 1 to 10");
    }

    [Fact]
    public void Read_AbsentColumn_NamesThoseThereAre()
    {
        File.WriteAllText(_path, "a,c\n1,2\n");
        Should.Throw<AnalyticsException>(
            () =>
                SurveyAnswersFile.Read(_path, ModelFile.Parse(Model), "w")).Message.ShouldContain("AN7043: '"
                    + Path.GetFileName(_path) + "' has no column 'b'");
    }

    public void Dispose() => File.Delete(_path);
}
