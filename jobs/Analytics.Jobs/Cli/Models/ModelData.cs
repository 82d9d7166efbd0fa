using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Jobs.Configuration;
using Analytics.Pipeline.Runs;
using Analytics.Pipeline.Survey;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Study.Models;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Jobs.Cli.Models;

/// <summary>A model with the answers it is to be run on, from a file or from the warehouse.</summary>
/// <param name="Definition">The model, with the bootstrap that was asked for.</param>
/// <param name="Table">Answers, weights and scales.</param>
/// <param name="Labels">Label or band per respondent, by column asked for.</param>
/// <param name="Origin">Where the answers come from, for the title; empty for a file.</param>
internal sealed record ModelData(
    ModelDefinition Definition, ItemTable Table, IReadOnlyList<(SegmentDefinition Column, IReadOnlyList<string> Labels)> Labels, string Origin)
{
    /// <summary>What the tables are headed with: the model's name and, from the warehouse, its periods.</summary>
    public string Title => Origin.Length == 0 ? Definition.Model.Name : $"{Definition.Model.Name}, {Origin}";

    /// <summary>Items with answers to draft a model from.</summary>
    /// <exception cref="AnalyticsException">As <see cref="Read"/>.</exception>
    public static SurveyProfile Profile(CommandContext context, ModelQuestion asked)
    {
        DemandOne(asked);
        if (asked.Data is not null)
        {
            return SurveyProfile.Read(asked.Data);
        }

        var settings = context.Options.Study;
        using var warehouse = context.OpenExistingWarehouse();
        var responses = ResponseReading.Read(warehouse, ReportPeriod.Parse(asked.Period!, settings.WeekStart), asked.Where, settings);
        return SurveyProfile.Of(responses.Items, responses.Answers, null);
    }

    /// <summary>Reads what the options of a command ask for.</summary>
    /// <param name="context">Configuration.</param>
    /// <param name="asked">The options.</param>
    /// <param name="by">Columns wanted beside the answers.</param>
    /// <exception cref="AnalyticsException">AN1020: not exactly one of a file and a period; AN7041–AN7045; AN3xxx.</exception>
    public static ModelData Read(CommandContext context, ModelQuestion asked, IReadOnlyList<string> by)
    {
        DemandOne(asked);
        return asked.Data is null ? FromWarehouse(context, asked, by) : FromFile(context, asked, by);
    }

    private static void DemandOne(ModelQuestion asked)
    {
        if (asked.Data is null == asked.Period is null)
        {
            throw new AnalyticsException(
                "AN1020",
                asked.Data is null ? "No answers are named." : "A file and a period are named.",
                "Name a survey file, or --period PERIOD for the survey in the warehouse.",
                FaultKind.Usage);
        }
    }

    private static ModelData FromFile(CommandContext context, ModelQuestion asked, IReadOnlyList<string> by)
    {
        var definition = ModelFile.Load(
            asked.Model
                ?? throw new AnalyticsException(
                    "AN1020",
                    "No model is named for the file.",
                    "Give --model FILE; analytics model template prints one to begin with.",
                    FaultKind.Usage));
        definition = definition with { Bootstrap = definition.Bootstrap with { Resamples = asked.Resamples ?? definition.Bootstrap.Resamples } };
        (string Name, string Source)[] named =
        [
            .. by.Select(text => text.Split('=', 2, StringSplitOptions.TrimEntries)).Select(parts => (parts[0], parts[^1])),
        ];
        var answers = SurveyAnswersFile.Read(asked.Data!, definition, asked.Weight, [.. named.Select(n => n.Source)]);
        return new ModelData(definition, answers.Table, [.. named.Select(n => Banded(n.Name, answers.Columns[n.Source], context.Options.Bands))], "");
    }

    private static ModelData FromWarehouse(CommandContext context, ModelQuestion asked, IReadOnlyList<string> by)
    {
        var columns = by.Select(column => OptionsBinder.Segment(StudyColumns.Resolve(column) ?? column, context.Options.Bands)).ToList();
        var settings = Settings(context.Options.Study, asked, columns);
        var period = ReportPeriod.Parse(asked.Period!, settings.WeekStart);
        using var warehouse = context.OpenExistingWarehouse();
        using var held = warehouse.HoldSnapshot();
        var input = SatisfactionInputs.Read(warehouse, period, asked.Where, settings, context.Options.CrossTabs);
        var definition = Choose(input);
        var sample = new SurveySample(input, definition);
        var rows = columns.Exists(c => c.Column == "operator") ? [.. sample.Own, .. sample.Competitors.SelectMany(sample.Of)] : sample.Own;
        if (sample.Own.Length == 0)
        {
            throw Unusable($"no valid response of '{settings.OwnOperator}' lies in {input.Waves[0]} to {period}");
        }

        if (definition.Items.FirstOrDefault(item => sample.Scales[sample.Find(item)] is null) is { } unscaled)
        {
            throw Unusable($"the item '{unscaled}' has no scale");
        }

        double[] weights = [.. SampleWeights.Of(sample, sample.Own).Values, .. SampleWeights.Plain(sample, [.. rows.Skip(sample.Own.Length)])];
        return new ModelData(
            SatisfactionSectionStudy.Resampled(definition, input),
            sample.Table(definition, rows, weights),
            [.. columns.Select(c => (c, (IReadOnlyList<string>)sample.Labels(c, rows)))],
            sample.FirstPeriod == sample.LastPeriod ? sample.LastPeriod : $"{sample.FirstPeriod} to {sample.LastPeriod}");
    }

    private static StudySettings Settings(StudySettings usual, ModelQuestion asked, List<SegmentDefinition> columns)
    {
        var satisfaction = usual.Satisfaction with
        {
            Resamples = asked.Resamples ?? usual.Satisfaction.Resamples,
            SegmentBy = columns.Count > 0 ? columns : usual.Satisfaction.SegmentBy,
        };
        satisfaction = asked.Waves is { } waves ? satisfaction with { Waves = waves, WaveRespondents = int.MaxValue } : satisfaction;
        return usual with { Satisfaction = asked.Model is { } model ? satisfaction with { Model = model, ModelText = ModelChoice.Text(model) } : satisfaction };
    }

    private static ModelDefinition Choose(SatisfactionInput input)
    {
        var settings = input.Settings.Satisfaction;
        if (ModelChoice.Of(settings, input.Responses.Items) is { } definition)
        {
            return definition;
        }

        var absent = settings.ModelText.Length == 0
            ? []
            : ModelFile.Parse(settings.ModelText, settings.Model).Items.Where(i => !input.Responses.Items.Contains(i)).ToList();
        throw Unusable(
            absent.Count > 0
                ? $"nobody answered {string.Join(", ", absent.Select(a => $"'{a}'{NearestName.Hint(a, input.Responses.Items)}"))}"
                : "no template's items are all asked");
    }

    private static AnalyticsException Unusable(string problem) => new(
        "AN7045", $"The survey in the warehouse cannot be read with the model: {problem}.", "Take another period or scope with --period, --waves and "
            + "--where, or give a model of the survey's own items; analytics model suggest drafts one.", FaultKind.Usage);

    private static (SegmentDefinition Column, IReadOnlyList<string> Labels) Banded(string column, IReadOnlyList<string> texts, IReadOnlyList<BandSet> bands)
    {
        var definition = OptionsBinder.Segment(StudyColumns.Resolve(column) ?? column, bands);
        return definition.Bands is not { } cut
            ? (definition, texts)
            : (
                definition,
                [
                    .. texts.Select(t =>
                        cut.Label(
                            double.TryParse(t, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
                                ? cut.IndexOf(value)
                                : -1)),
                ]);
    }
}
