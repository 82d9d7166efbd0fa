using Analytics.Core.Canonical;
using Analytics.Samples.Chance;
using Analytics.Samples.Models;
using Analytics.Samples.Operator;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Reliability;
using Analytics.Study.Models;

namespace Analytics.Study.Tests.Models;

/// <summary>The sampled survey's planted model is found again.</summary>
public sealed class PlantedModelTests
{
    [Fact]
    public void Study_OfTheSampledSurvey_RecoversThePlantedPaths()
    {
        var answers = Draw(6000);
        var paths = SurveyCatalogue.Paths;
        var definition = Definition(MeasurementMode.Reflective) with { Bootstrap = new BootstrapSettings { Resamples = 400, Level = 0.999 } };
        var bootstrap = PathModelBootstrap.Run(definition.Model, answers, definition.Bootstrap);
        foreach (var planted in paths)
        {
            var path = bootstrap.Find(ParameterKind.Path, planted.From, planted.To)!;
            (path.Lower <= planted.Coefficient && planted.Coefficient <= path.Upper).ShouldBeTrue($"{planted} in {path.Lower:F3}…{path.Upper:F3}");
        }
    }

    [Fact]
    public void Study_OfTheSampledSurvey_PassesTheGateAndMapsWhatToImprove()
    {
        var definition = Definition(MeasurementMode.ModeA) with { Bootstrap = new BootstrapSettings { Resamples = 200, Target = "满意" } };
        var study = ModelStudy.Of(definition, Draw(2000));
        study.Gate.Passed.ShouldBeTrue(string.Join("; ", study.Gate.Findings.Where(f => f.Blocks)));
        study.Map!.Constructs.Select(c => c.Name).ShouldBe(["品牌形象", "预期", "网络质量", "营业厅与热线", "缴费政策", "感知价值"], ignoreOrder: true);
        study.Map.Constructs.ShouldAllBe(c => c.ImportanceInterval!.Value.Lower <= c.Importance && c.Importance <= c.ImportanceInterval.Value.Upper);
        study.Warnings.Select(w => w.Kind).ShouldBe([ModelWarningKind.MissingAnswers]);
    }

    private static ModelDefinition Definition(MeasurementMode mode)
    {
        var constructs = SurveyCatalogue.Constructs.Select(
            c => Construct.Of(c.Chinese, mode, [.. SurveyCatalogue.Items.Where(i => i.Construct == c.Chinese).Select(i => i.Item)]))
            .ToList();
        var model = new PathModel("sample", constructs, [.. SurveyCatalogue.Paths.Select(p => new StructuralPath(p.From, p.To))]);
        return new ModelDefinition(
            model,
            new ItemScale(1, 10),
            new Dictionary<string, ItemScale>(),
            [],
            new Dictionary<string, IReadOnlyDictionary<string, string>>(),
            "满意",
            new BootstrapSettings(),
            new GateSettings());
    }

    private static ItemTable Draw(int respondents)
    {
        var (model, random, scores) = (new SurveyModel(), new SampleRandom(7, SampleStreams.Survey, 1), new int[SurveyCatalogue.Items.Length]);
        var columns = SurveyCatalogue.Items.Select(_ => new double[respondents]).ToArray();
        for (var r = 0; r < respondents; r++)
        {
            model.Draw(ref random, 0, scores);
            for (var i = 0; i < scores.Length; i++)
            {
                columns[i][r] = scores[i] < 0 ? double.NaN : scores[i];
            }
        }

        string[] names = [.. SurveyCatalogue.Items.Select(i => i.Item)];
        return new ItemTable(names, columns, Scales: [.. names.Select(_ => new ItemScale(1, 10))]);
    }
}
