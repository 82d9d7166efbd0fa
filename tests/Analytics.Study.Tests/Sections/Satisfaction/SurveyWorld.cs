using System.Globalization;
using System.Text.Json;
using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Study.Tests.Sections.Satisfaction;

/// <summary>A survey written by hand: respondents with their columns and answers, and the study over them.</summary>
internal sealed class SurveyWorld
{
    public const string Chain = """
        { "name": "chain", "scale": { "minimum": 1, "maximum": 10 }, "target": "C",
          "constructs": [
            { "name": "A", "label": { "en": "First", "zh-CN": "甲" }, "items": ["a1", "a2", "a3"] },
            { "name": "B", "items": ["b1", "b2", "b3"] },
            { "name": "C", "items": ["overall", "c2", "c3"] } ],
          "paths": [["A", "B"], ["A", "C"], ["B", "C"]] }
        """;

    public static readonly string[] Items = ["a1", "a2", "a3", "b1", "b2", "b3", "c2", "c3", "overall"];
    public static readonly ReportPeriod Week = ReportPeriod.Parse("2026-W46");

    public List<Respondent> Respondents { get; } = [];

    public StudySettings Settings { get; set; } = new()
    {
        OwnOperator = "own",
        Satisfaction = new SatisfactionSettings
        {
            Model = "chain",
            ModelText = Chain,
            Waves = 3,
            Resamples = 200,
            DriverResamples = 50,
            StraightLineItems = 100,
            SegmentRespondents = 30,
            SegmentBy = [],
        },
    };

    public Dictionary<string, IReadOnlyDictionary<string, double>> Base { get; } = [];

    public Dictionary<string, ItemScale> Scales { get; } = new() { ["*"] = new ItemScale(1, 10) };

    /// <summary>Respondents whose answers follow A → B → C, on the waves in turn.</summary>
    public SurveyWorld Fill(int respondents, Func<int, Respondent>? like = null, int seed = 5)
    {
        var random = new Random(seed);
        for (var r = 0; r < respondents; r++)
        {
            var a = random.NextDouble();
            var b = (0.6 * a) + (0.4 * random.NextDouble());
            var c = (0.3 * a) + (0.4 * b) + (0.3 * random.NextDouble());
            double Answer(double factor) => Math.Round(1 + (7 * factor) + (2 * random.NextDouble()));
            var answers = new[] { a, a, a, b, b, b, c, c, c }.Select(Answer).ToArray();
            Respondents.Add((like?.Invoke(r) ?? new Respondent()) with { Answers = answers, Wave = r % Settings.Satisfaction.Waves });
        }

        return this;
    }

    public SatisfactionInput Input()
    {
        var waves = SurveyWaves.Of(Week, Settings);
        string[] days = ["", .. waves.Select(w => w.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        var dimensions = new Dictionary<string, DimensionColumn>
        {
            ["day"] = new("day", [.. Respondents.Select(r => (ushort)(r.Wave + 1))], days),
            ["operator"] = Dimension("operator", r => r.Operator),
            ["brand"] = Dimension("brand", r => r.Brand),
            ["region"] = Dimension("region", r => r.Region),
        };
        var measures = new Dictionary<string, double[]> { ["weight"] = [.. Respondents.Select(r => r.Weight)], ["age"] = [.. Respondents.Select(r => r.Age)] };
        int[] asked = [.. Enumerable.Range(0, Items.Length).Where(i => Respondents.Exists(r => !double.IsNaN(r.Answers[i])))];
        return new SatisfactionInput(
            waves,
            new SurveyResponses(
                new DataWindow(Respondents.Count, dimensions, measures),
                [.. asked.Select(i => Items[i])],
                [.. asked.Select(i => Respondents.Select(r => r.Answers[i]).ToArray())]),
            Scales,
            Base,
            Settings);
    }

    public SatisfactionResult Study() => SatisfactionSectionStudy.Compute(Input());

    /// <summary>The section as it is stored: what has no JSON, NaN among it, fails here.</summary>
    public static string Text(SatisfactionResult result) => JsonSerializer.Serialize(result);

    public SurveyWorld With(Func<SatisfactionSettings, SatisfactionSettings> change)
    {
        Settings = Settings with { Satisfaction = change(Settings.Satisfaction) };
        return this;
    }

    private DimensionColumn Dimension(string name, Func<Respondent, string> label)
    {
        var labels = Respondents.Select(label).Where(l => l.Length > 0).Distinct().ToList();
        return new DimensionColumn(name, [.. Respondents.Select(r => (ushort)(labels.IndexOf(label(r)) + 1))], ["", .. labels]);
    }

    internal sealed record Respondent
    {
        public string Operator { get; init; } = "own";

        public string Brand { get; init; } = "";

        public string Region { get; init; } = "";

        public double Weight { get; init; } = double.NaN;

        public double Age { get; init; } = double.NaN;

        public int Wave { get; init; }

        public double[] Answers { get; init; } = [];
    }
}
