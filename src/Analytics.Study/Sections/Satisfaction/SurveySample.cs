using System.Globalization;
using Analytics.Core.Canonical;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Scores;
using Analytics.Study.Models;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>The responses of a window, judged: which count, whose they are, and which of them an estimate rests on.</summary>
public sealed class SurveySample
{
    private static readonly ItemScale AnyScale = new(double.NegativeInfinity, double.PositiveInfinity);
    private readonly Dictionary<string, int> _position;
    private readonly string[] _operators;
    private readonly bool _namesOperators;

    /// <summary>Judges the responses.</summary>
    /// <param name="input">Window, responses, scales and rules.</param>
    /// <param name="definition">The model: its items decide which responses are complete, its codes which answers are missing; null without a model.</param>
    public SurveySample(SatisfactionInput input, ModelDefinition? definition)
    {
        Input = input;
        Items = input.Responses.Items;
        _position = Items.Select((item, i) => (item, i)).ToDictionary(x => x.item, x => x.i, StringComparer.Ordinal);
        Scales = [.. Items.Select(item => Scale(input, item, definition))];
        Answers = definition is null
            ? input.Responses.Answers
            : [.. input.Responses.Answers.Select((a, i) => Turned(Coded(a, Items[i], definition), Items[i], Scales[i], definition))];
        _operators = SurveyColumns.Labels(input.Responses.Respondents, new SegmentDefinition("operator"));
        _namesOperators = _operators.Where(o => o.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any() && _operators.Contains(input.Settings.OwnOperator);
        Waves = WavesOf(input);
        Funnel = Judge(input.Settings.Satisfaction, definition);
        AllOwn = Rows(row => IsOwn(row));
        var current = AllOwn.Where(row => Waves[row] == input.Waves.Count - 1).ToArray();
        IsOneWave = current.Length >= input.Settings.Satisfaction.WaveRespondents;
        Own = IsOneWave ? current : AllOwn;
    }

    /// <summary>What it was made from.</summary>
    public SatisfactionInput Input { get; }

    /// <summary>Items answered by anybody.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Answers by item and respondent, missing codes taken out; NaN is missing.</summary>
    public IReadOnlyList<double[]> Answers { get; }

    /// <summary>Scale by item; null where none is known.</summary>
    public IReadOnlyList<ItemScale?> Scales { get; }

    /// <summary>Wave of each respondent by position in the input's waves; −1 outside.</summary>
    public IReadOnlyList<int> Waves { get; }

    /// <summary>Which responses count.</summary>
    public ResponseFunnel Funnel { get; }

    /// <summary>Rows of the own operator's valid responses in all waves.</summary>
    public int[] AllOwn { get; }

    /// <summary>Rows the estimate rests on: those of the report's own wave where they are enough, else all.</summary>
    public int[] Own { get; }

    /// <summary>Whether the report's own wave carries the estimate alone.</summary>
    public bool IsOneWave { get; }

    /// <summary>Operators beside the own one, most responses first; empty where answers name no other.</summary>
    public IReadOnlyList<string> Competitors =>
        !_namesOperators ? [] :
        [
            .. _operators.Where(o => o.Length > 0 && o != Input.Settings.OwnOperator)
                .CountBy(o => o, StringComparer.Ordinal).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)
        ];

    /// <summary>Label of the first wave with responses of <see cref="Own"/>.</summary>
    public string FirstPeriod => Input.Waves[Own.Min(row => Waves[row])].ToString();

    /// <summary>Label of the last.</summary>
    public string LastPeriod => Input.Waves[Own.Max(row => Waves[row])].ToString();

    /// <summary>Position of an item; −1 where nobody answered it.</summary>
    /// <param name="item">Item name.</param>
    public int Find(string item) => _position.GetValueOrDefault(item, -1);

    /// <summary>Valid responses on a competitor in the waves the estimate rests on.</summary>
    /// <param name="name">Operator.</param>
    public int[] Of(string name) => Rows(row => _operators[row] == name && (!IsOneWave || Waves[row] == Input.Waves.Count - 1));

    /// <summary>Answers to an item of some respondents.</summary>
    /// <param name="item">Position of the item.</param>
    /// <param name="rows">Respondents.</param>
    public double[] Column(int item, int[] rows) => Array.ConvertAll(rows, row => Answers[item][row]);

    /// <summary>Survey weights the responses brought, NaN where there is none; null where the survey has none at all.</summary>
    /// <param name="rows">Respondents.</param>
    public double[]? OwnWeights(int[] rows) =>
        Input.Responses.Respondents.Measures.TryGetValue("weight", out var weights) ? Array.ConvertAll(rows, row => weights[row]) : null;

    /// <summary>Label or band of some respondents; empty where it is not known.</summary>
    /// <param name="definition">Column and bands.</param>
    /// <param name="rows">Respondents.</param>
    public string[] Labels(SegmentDefinition definition, int[] rows)
    {
        var all = SurveyColumns.Labels(Input.Responses.Respondents, definition);
        return Array.ConvertAll(rows, row => all[row]);
    }

    /// <summary>Answers to a model's items with scales and weights.</summary>
    /// <param name="definition">The model, whose items are all there.</param>
    /// <param name="rows">Respondents.</param>
    /// <param name="weights">Their weights.</param>
    public ItemTable Table(ModelDefinition definition, int[] rows, IReadOnlyList<double> weights) => new(
        definition.Items,
        [.. definition.Items.Select(item => Column(Find(item), rows))],
        weights,
        [.. definition.Items.Select(item => Scales[Find(item)]!.Value)]);

    /// <summary>Answers to every item that has a scale.</summary>
    /// <param name="rows">Respondents.</param>
    /// <param name="weights">Their weights.</param>
    public ItemTable ScaledTable(int[] rows, IReadOnlyList<double> weights)
    {
        int[] scaled = [.. Enumerable.Range(0, Items.Count).Where(i => Scales[i] is not null)];
        return new ItemTable([.. scaled.Select(i => Items[i])], [.. scaled.Select(i => Column(i, rows))], weights, [.. scaled.Select(i => Scales[i]!.Value)]);
    }

    /// <summary>Counts of the funnel.</summary>
    public ResponseCounts Counts()
    {
        long Of(ResponseVerdict verdict) => Funnel.Verdicts.Count(v => v == verdict);
        return new ResponseCounts(
            Funnel.Sent,
            Funnel.Returned,
            Funnel.Valid,
            Of(ResponseVerdict.OffScale),
            Of(ResponseVerdict.Incomplete),
            Of(ResponseVerdict.StraightLiner),
            Of(ResponseVerdict.Speeder));
    }

    private bool IsOwn(int row) => !_namesOperators || _operators[row] == Input.Settings.OwnOperator;

    private int[] Rows(Func<int, bool> keep) =>
        [.. Enumerable.Range(0, Funnel.Verdicts.Count).Where(row => Funnel.Verdicts[row] == ResponseVerdict.Valid && Waves[row] >= 0 && keep(row))];

    private ResponseFunnel Judge(SatisfactionSettings settings, ModelDefinition? definition)
    {
        int[] judged = definition is null ? [.. Enumerable.Range(0, Items.Count)] : [.. definition.Items.Select(Find)];
        var rules = new ResponseRules
        {
            MinimumAnswered = definition is null ? 1e-9 : settings.MinimumAnswered,
            StraightLineItems = settings.StraightLineItems,
        };
        return ResponseFunnel.Of([.. judged.Select(i => Answers[i])], [.. judged.Select(i => Scales[i] ?? AnyScale)], null, null, rules);
    }

    private static double[] Turned(double[] answers, string item, ItemScale? scale, ModelDefinition definition) =>
        scale is { } s && definition.Reversed.Contains(item) ? Array.ConvertAll(answers, a => s.Minimum + s.Maximum - a) : answers;

    /// <summary>Answers as the model wants them: ticked items as 0 and 1, missing codes as missing.</summary>
    private static double[] Coded(double[] answers, string item, ModelDefinition definition)
    {
        answers = definition.ZeroWhereEmpty.Contains(item) ? Array.ConvertAll(answers, a => double.IsNaN(a) ? 0 : a) : answers;
        if (definition.Ticks.Contains(item))
        {
            return Array.ConvertAll(answers, a => double.IsNaN(a) ? a : a is -1 or 0 ? 0 : 1);
        }

        return definition.MissingCodes.Count == 0 || !definition.Items.Contains(item)
            ? answers
            : Array.ConvertAll(answers, a => definition.MissingCodes.Contains(a) ? double.NaN : a);
    }

    /// <summary>The scale the survey was imported with goes before the model's, which may be a template's.</summary>
    private static ItemScale? Scale(SatisfactionInput input, string item, ModelDefinition? definition)
    {
        var ofModel = definition is not null && definition.Items.Contains(item) ? definition.ScaleOf(item) : (ItemScale?)null;
        return definition?.Ticks.Contains(item) == true ? ofModel
            : input.Scales.TryGetValue(item, out var own) || input.Scales.TryGetValue("*", out own) ? own
            : ofModel;
    }

    private static int[] WavesOf(SatisfactionInput input)
    {
        var days = input.Responses.Respondents.Dimensions["day"];
        var periods = input.Waves.ToList();
        int WaveOf(string label) => DateOnly.TryParseExact(label, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? periods.FindIndex(wave => day >= wave.Start && day < wave.End)
            : -1;
        int[] waves = [.. days.Labels.Select(WaveOf)];
        return Array.ConvertAll(days.Keys, key => waves[key]);
    }
}
