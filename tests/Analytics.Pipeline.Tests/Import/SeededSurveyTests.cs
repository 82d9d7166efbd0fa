using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;

namespace Analytics.Pipeline.Tests.Import;

/// <summary>The seeded surveys under the mappings of the public ones: a column an item becomes a row an answer.</summary>
public sealed class SeededSurveyTests
{
    [Theory]
    [InlineData("phone.csv", "ecsi-mobi.json", 300, 24)]
    [InlineData("bank.csv", "ecsi-satisfaction.json", 200, 27)]
    public void Surveys_BecomeAnswers(string file, string mapping, int respondents, int items)
    {
        var survey = Path.Combine(Root(), "tests", "Analytics.Statistics.Tests", "PathModels", "Fixtures", file);
        var result = DryRun.Execute(
            new ImportRequest(CanonicalTable.Survey, survey, Path.Combine(Root(), "tests", "mappings", mapping)),
            ImportWorld.Pseudonyms,
            100);
        (result.SourceRows, result.Read, result.Passed, result.Quarantined).ShouldBe((respondents, respondents * items, respondents * items, 0));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
