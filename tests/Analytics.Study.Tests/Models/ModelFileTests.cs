using System.Text.Json;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Study.Models;

namespace Analytics.Study.Tests.Models;

public sealed class ModelFileTests
{
    public static TheoryData<string> Templates => [.. ModelTemplates.Names];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Template_OnMadeUpAnswers_IsEstimated(string name)
    {
        var definition = ModelFile.Parse(ModelTemplates.Json(name), name);
        var random = new Random(4);
        var factors = Enumerable.Range(0, 200).Select(_ => random.NextDouble() * 5).ToArray();
        var columns = definition.Items.Select(_ => factors.Select(f => Math.Round(1 + f + (4 * random.NextDouble()))).ToArray()).ToList();
        var fit = PlsPathModel.Fit(definition.Model, new ItemTable(definition.Items, columns));
        fit.Construct(definition.Target).RSquared!.Value.ShouldBeGreaterThan(0.1);
        definition.Labels.Values.ShouldAllBe(l => l.ContainsKey("zh-CN") && l.ContainsKey("en"));
    }

    [Fact]
    public void Templates_HaveTheConstructsAndPathsOfTheirIndices()
    {
        (string Name, int Constructs, int Items, int Paths)[] expected =
        [
            ("SCSB", 5, 10, 6),
            ("ACSI", 6, 14, 9),
            ("ECSI", 7, 20, 13),
            ("ECSI-mobile", 7, 24, 12),
            ("CCSI", 6, 16, 11),
            ("TCSI", 8, 19, 14),
            ("operator", 7, 23, 6),
            ("operator-index", 8, 27, 14)
        ];
        expected.Select(e => e.Name).ShouldBe(ModelTemplates.Names);
        foreach (var (name, constructs, items, paths) in expected)
        {
            var definition = ModelFile.Parse(ModelTemplates.Json(name));
            (name, definition.Model.Constructs.Count, definition.Items.Count, definition.Model.Paths.Count).ShouldBe((name, constructs, items, paths));
        }

        ModelTemplates.Json("scsb").ShouldContain("Sweden");
    }

    [Fact]
    public void Parse_EveryKindOfPart_IsRead()
    {
        var definition = ModelFile.Parse("""
            {
              "name": "all", // comments are allowed
              "scale": { "minimum": 1, "maximum": 5 }, "scales": { "x1": { "minimum": 0, "maximum": 10 } }, "missingCodes": [-1, 98], "ticks": ["d1"],
              "constructs": [
                { "name": "X", "mode": "reflective", "items": ["x1", "x2"] },
                { "name": "D", "mode": "B", "items": ["d1", "d2"] },
                { "name": "H", "dimensions": ["D"] },
                { "name": "XH", "interaction": ["X", "H"] },
                { "name": "Y", "mode": "unit", "items": ["y1"] },
              ],
              "paths": [["X", "Y"], ["H", "Y"], ["XH", "Y"]],
              "estimation": { "scheme": "factorial", "scaling": "raw", "missing": "listwise" },
              "bootstrap": { "resamples": 100, "interval": "biasCorrectedAccelerated" },
              "gate": { "minimumKmo": 0.5, "blocking": ["kmo"] }
            }
            """);
        definition.Model.Constructs.Select(c => (c.Name, c.Mode, c.Kind)).ShouldBe(
        [
            ("X", MeasurementMode.Reflective, ConstructKind.Items), ("D", MeasurementMode.ModeB, ConstructKind.Items), (
                "H", MeasurementMode.ModeA, ConstructKind.SecondOrder),
            ("XH", MeasurementMode.UnitWeights, ConstructKind.Interaction), ("Y", MeasurementMode.UnitWeights, ConstructKind.Items),
        ]);
        definition.Model.Estimation.ShouldBe(
            new EstimationSettings { Scheme = InnerScheme.Factorial, Scaling = ItemScaling.Raw, Missing = MissingAnswers.Listwise });
        (definition.Bootstrap.Resamples, definition.Bootstrap.Target, definition.Target).ShouldBe((100, "Y", "Y"));
        (definition.ScaleOf("x1"), definition.ScaleOf("x2"), definition.Gate.MinimumKmo).ShouldBe((new ItemScale(0, 10), new ItemScale(1, 5), 0.5));
        definition.MissingCodes.ShouldBe([-1, 98]);
        (definition.ScaleOf("d1"), definition.Ticks.Single()).ShouldBe((new ItemScale(0, 1), "d1"));
    }

    [Fact]
    public void Parse_Faults_AreToldTogether()
    {
        var message = Should.Throw<AnalyticsException>(() => ModelFile.Parse("""
            { "name": "f", "scale": { "minimum": 5, "maximum": 1 }, "target": "Z", "ticks": ["q"],
              "constructs": [ { "name": "X", "mode": "C", "items": ["a"], "dimensions": ["b"] } ], "paths": [["X"]] }
            """)).Message;
        foreach (
            var fault in new[]
            {
                "AN7041",
                "mode 'C'",
                "has 2 of items, dimensions and interaction",
                "[X] has 1 ends",
                "goes from 5 to 1",
                "target 'Z' is no construct",
                "ticked item 'q' belongs to no construct",
            })
        {
            message.ShouldContain(fault);
        }

        Should.Throw<AnalyticsException>(() => ModelFile.Parse("""{ "name": "f", "scael": 1 }""")).Message.ShouldContain("scael");
        Should.Throw<AnalyticsException>(() => ModelFile.Load("nowhere.json")).Message.ShouldStartWith("AN7041: The model 'nowhere.json' cannot be read");
        Should.Throw<AnalyticsException>(() => ModelTemplates.Json("ESCI")).Message.ShouldStartWith("AN7042: There is no model template 'ESCI'.");
    }

    [Fact]
    public void Schema_NamesEveryPropertyThatIsRead()
    {
        var schema = JsonDocument.Parse(ModelFile.Schema).RootElement;
        Names(schema.GetProperty("properties"))
            .ShouldBe(
                [
                    "$schema",
                    "name",
                    "note",
                    "scale",
                    "scales",
                    "missingCodes",
                    "ticks",
                    "reversed",
                    "zeroWhereEmpty",
                    "target",
                    "constructs",
                    "paths",
                    "estimation",
                    "bootstrap",
                    "gate"
                ],
                ignoreOrder: true);
        string[] Of(Type type) => [.. type.GetProperties().Where(p => p.SetMethod is not null).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];
        Names(schema.GetProperty("properties").GetProperty("estimation").GetProperty("properties")).ShouldBe(Of(typeof(EstimationSettings)), ignoreOrder: true);
        Names(schema.GetProperty("properties").GetProperty("bootstrap").GetProperty("properties")).ShouldBe(Of(typeof(BootstrapSettings)), ignoreOrder: true);
        Names(schema.GetProperty("properties").GetProperty("gate").GetProperty("properties"))
            .ShouldBe(Of(typeof(Statistics.Reliability.GateSettings)), ignoreOrder: true);
    }

    private static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
