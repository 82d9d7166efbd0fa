using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Statistics;
using Analytics.Study.Models;
using Analytics.Study.Sections.Brands;
using Analytics.Study.Sections.Survey;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>
/// The survey half of a report: funnel, weights, model with gate, what to improve first, brands, branches. A pure function: the same input
/// gives the same section whatever the number of processors, and what the answers do not carry is absent with its reason.
/// </summary>
public static class SatisfactionSectionStudy
{
    /// <summary>Computes the section.</summary>
    /// <param name="input">What it is computed from.</param>
    /// <exception cref="AnalyticsException">AN7041: the configured model is none; settings are checked before a study begins.</exception>
    public static SatisfactionResult Compute(SatisfactionInput input)
    {
        var notes = new List<NotComputed>();
        var definition = ModelChoice.Of(input.Settings.Satisfaction, input.Responses.Items);
        var sample = new SurveySample(input, definition);
        if (sample.Own.Length < input.Settings.MinimumCell)
        {
            var reason = input.Responses.Respondents.Rows == 0 ? AbsenceReasons.NoDataInPeriod : AbsenceReasons.TooFewRespondents;
            return new SatisfactionResult(null, [new NotComputed("satisfaction", reason)], new Dictionary<string, IReadOnlyDictionary<string, string>>());
        }

        var weights = SampleWeights.Of(sample, sample.Own);
        var overall = SurveyItemNames.Overall(sample.Items, input.Settings.OverallItem);
        var study = definition is null ? None(input, notes) : Estimate(sample, definition, weights, notes);
        var model = study is null ? null : ModelSection.Of(sample, definition!, study, weights);
        var section = new SatisfactionSection(
            sample.Counts(),
            weights.Summary,
            model,
            ImprovementStudy.Of(sample, weights, definition, study, model, overall, notes),
            BrandStudy.Of(sample, weights, study, overall, notes),
            BranchStudy.Of(sample, weights, overall, notes));
        return new SatisfactionResult(section, notes, Labels(definition));
    }

    /// <summary>The model over the respondents an estimate rests on, as a report estimates it.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="definition">The model, with the bootstrap wanted.</param>
    /// <param name="weights">Weights of the sample's own respondents.</param>
    /// <exception cref="AnalyticsException">As <see cref="ModelStudy.Of"/>.</exception>
    public static ModelStudy Estimate(SurveySample sample, ModelDefinition definition, SampleWeights weights) =>
        ModelStudy.Of(definition, sample.Table(definition, sample.Own, weights.Values));

    /// <summary>The bootstrap a report asks of a model: the settings' resamples, seed and level.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="input">Settings.</param>
    public static ModelDefinition Resampled(ModelDefinition definition, SatisfactionInput input) => definition with
    {
        Bootstrap = definition.Bootstrap with
        {
            Resamples = input.Settings.Satisfaction.Resamples,
            Seed = input.Settings.Seed,
            Level = input.Settings.ConfidenceLevel,
        },
    };

    private static ModelStudy? None(SatisfactionInput input, List<NotComputed> notes)
    {
        if (input.Settings.Satisfaction.Model != Core.Settings.SatisfactionSettings.NoModel)
        {
            notes.Add(new NotComputed("model", AbsenceReasons.NoModel));
        }

        return null;
    }

    private static ModelStudy? Estimate(SurveySample sample, ModelDefinition definition, SampleWeights weights, List<NotComputed> notes)
    {
        var settings = sample.Input.Settings;
        var reason = sample.Own.Length < Math.Max(settings.MinimumCell, settings.Satisfaction.MinimumRespondents) ? AbsenceReasons.TooFewRespondents
            : definition.Items.Any(item => sample.Scales[sample.Find(item)] is null) ? AbsenceReasons.ScaleUnknown
            : null;
        if (reason is null)
        {
            try
            {
                return Estimate(sample, Resampled(definition, sample.Input), weights);
            }
            catch (AnalyticsException fault)
            {
                var isSmall = fault is NotEstimableException { Reason: NotEstimableReason.TooFewRespondents };
                reason = isSmall ? AbsenceReasons.TooFewRespondents : AbsenceReasons.NotEstimable;
            }
        }

        notes.Add(new NotComputed("model", reason));
        return null;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Labels(ModelDefinition? definition) =>
        (definition?.Labels ?? new Dictionary<string, IReadOnlyDictionary<string, string>>())
            .SelectMany(construct => construct.Value.Select(name => (Language: name.Key, Construct: construct.Key, Name: name.Value)))
            .GroupBy(l => l.Language, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                IReadOnlyDictionary<string, string> (g) => g.ToDictionary(l => l.Construct, l => l.Name, StringComparer.Ordinal),
                StringComparer.Ordinal);
}
