using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Survey;
using Analytics.Samples.Operator;
using Analytics.Study.Models;

namespace Analytics.Pipeline.Tests.Survey;

public sealed class ModelSuggestionTests
{
    private static readonly Random Draws = new(9);

    [Fact]
    public void Of_TheSampledSurveysItems_GroupsThemAsTheyWerePlanted()
    {
        var model = ModelFile.Parse(ModelSuggestion.Of(Survey([.. SurveyCatalogue.Items.Select(i => i.Item)])));

        model.Target.ShouldBe("满意度");
        foreach (var construct in model.Model.Constructs)
        {
            construct.Indicators.Select(item => SurveyCatalogue.Items.Single(i => i.Item == item).Construct).Distinct().Count().ShouldBe(1, construct.Name);
        }

        model.Items.ShouldBe(SurveyCatalogue.Items.Select(i => i.Item), ignoreOrder: true);
        model.Model.Paths.ShouldContain(p => p.From == "网络质量" && p.To == "满意度");
    }

    [Fact]
    public void Of_NamesWithPrefixAndNumber_MakesAConstructOfEach()
    {
        var template = ModelFile.Parse(ModelTemplates.Json("ECSI-mobile"));
        var model = ModelFile.Parse(ModelSuggestion.Of(Survey([.. template.Items, "ZZZ1", "ZZZ2"])));

        string Members(ModelDefinition of, string item) => string.Join(',', of.Model.Constructs.Single(c => c.Indicators.Contains(item)).Indicators);
        foreach (var item in template.Items)
        {
            Members(model, item).ShouldBe(Members(template, item));
        }

        Members(model, "ZZZ1").ShouldBe("ZZZ1,ZZZ2");
        model.Model.Paths.ShouldContain(p => p.From == "ZZZ" && p.To == "满意度");
    }

    [Fact]
    public void Of_ItemWithoutATellingName_GoesWhereItCorrelates()
    {
        var (satisfied, network) = (Survey(["满意1", "满意2"]), Survey(["信号", "覆盖"]));
        double[] like = [.. network.Columns[0].Select((a, i) => i % 12 == 0 ? 11 - a : a)];
        double[] unlike = [.. like.Select(_ => (double)Draws.Next(1, 11))];
        var model = ModelFile.Parse(
            ModelSuggestion.Of(
                new SurveyProfile(
                    [.. satisfied.Items, .. network.Items, "q17", "q18"],
                    [.. satisfied.Columns, .. network.Columns, like, unlike],
                    network.Scale)));

        model.Model.Constructs.Single(c => c.Name == "网络质量").Indicators.ShouldBe(["信号", "覆盖", "q17"]);
        model.Items.ShouldNotContain("q18");
    }

    [Fact]
    public void Of_ItemsThatDoNotSpeakOfSatisfaction_IsRefused() =>
        Should.Throw<AnalyticsException>(() => ModelSuggestion.Of(Survey(["信号", "覆盖", "话费"]))).Message.ShouldStartWith(
            "AN7046: No model can be drafted from the 3 items: none speaks of satisfaction.");

    [Fact]
    public void Read_File_TakesColumnsOfFewWholeNumbersAsItems()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("analytics-profile-").FullName, "survey.csv");
        File.WriteAllLines(
            path,
            [
                "id,name,overall,coverage,arpu,flag",
                .. Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"{i},n{i},{(i % 5) + 1},{(i == 3 ? "" : (i % 4) + 1)},{i * 1.5},1")),
            ]);
        var profile = SurveyProfile.Read(path);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        profile.Items.ShouldBe(["overall", "coverage"]);
        profile.Scale.ShouldBe(new ItemScale(1, 5));
        profile.Columns[1].Count(double.IsNaN).ShouldBe(1);
    }

    /// <summary>Answers of 1–10 around one factor a respondent.</summary>
    private static SurveyProfile Survey(string[] items)
    {
        var factors = Enumerable.Range(0, 200).Select(_ => Draws.NextDouble()).ToArray();
        return SurveyProfile.Of(
            items,
            [.. items.Select(_ => factors.Select(f => Math.Round(1 + (6 * f) + (3 * Draws.NextDouble()))).ToArray())],
            new ItemScale(1, 10));
    }
}
