using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Statistics;
using Analytics.Statistics.Weights;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Weights of the own operator's respondents.</summary>
/// <param name="Values">One per respondent, mean 1 over those above 0.</param>
/// <param name="Summary">Where they come from and what they cost.</param>
public sealed record SampleWeights(IReadOnlyList<double> Values, WeightingSummary Summary)
{
    /// <summary>Respondents a category of a margin must have; smaller ones are joined.</summary>
    private const int FewestInCategory = 10;

    /// <summary>Weighs respondents.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="rows">Its rows to weigh, at least one.</param>
    public static SampleWeights Of(SurveySample sample, int[] rows)
    {
        var settings = sample.Input.Settings.Satisfaction;
        if (settings.Weights is SurveyWeighting.Auto or SurveyWeighting.Column && FromColumn(sample, rows, settings.Weights) is { } own)
        {
            return own;
        }

        return settings.Weights is SurveyWeighting.Auto or SurveyWeighting.Raking && FromBase(sample, rows, settings) is { } raked ? raked : Equal(rows.Length);
    }

    /// <summary>Weights of respondents that are not raked: what the survey brought where all have one, else 1.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="rows">Its rows.</param>
    public static IReadOnlyList<double> Plain(SurveySample sample, int[] rows) =>
        sample.Input.Settings.Satisfaction.Weights is SurveyWeighting.Auto or SurveyWeighting.Column
            && FromColumn(sample, rows, SurveyWeighting.Auto) is { } own
            ? own.Values
            : [.. rows.Select(_ => 1.0)];

    private static SampleWeights Equal(int respondents) =>
        Summarise(WeightingMethod.None, [], SurveyWeights.Of([.. Enumerable.Repeat(1.0, respondents)]), 0, true);

    private static SampleWeights? FromColumn(SurveySample sample, int[] rows, SurveyWeighting choice)
    {
        var weights = sample.OwnWeights(rows);
        if (weights is null || Array.TrueForAll(weights, w => !(w > 0)) || (choice == SurveyWeighting.Auto && Array.Exists(weights, double.IsNaN)))
        {
            return null;
        }

        return Summarise(WeightingMethod.Column, [], SurveyWeights.Of(Array.ConvertAll(weights, w => double.IsFinite(w) && w > 0 ? w : 0)), 0, true);
    }

    private static SampleWeights? FromBase(SurveySample sample, int[] rows, SatisfactionSettings settings)
    {
        var margins = settings.Margins.Select(margin => Margin(sample, rows, margin)).OfType<RakingMargin>().ToList();
        if (margins.Count == 0)
        {
            return null;
        }

        try
        {
            var raked = Raking.Of(rows.Length, margins, new RakingSettings { MaximumRatio = settings.MaximumWeight, Tolerance = 1e-6, MaximumRounds = 200 });
            return Summarise(WeightingMethod.Raking, [.. margins.Select(m => m.Name)], raked.Weights, raked.Trimmed, raked.Converged);
        }
        catch (NotEstimableException)
        {
            return null;
        }
    }

    /// <summary>
    /// A margin whose categories all have enough respondents and some base: the others are joined, those without a respondent dropped. Null where fewer
    /// than two are left.
    /// </summary>
    private static RakingMargin? Margin(SurveySample sample, int[] rows, SegmentDefinition definition)
    {
        if (!sample.Input.Base.TryGetValue(definition.Column, out var population))
        {
            return null;
        }

        var labels = sample.Labels(definition, rows);
        var counts = labels.Where(l => l.Length > 0).CountBy(l => l, StringComparer.Ordinal).ToDictionary();
        var known = population.Where(p => p.Key.Length > 0 && p.Value > 0).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var kept = counts.Where(c => c.Value >= FewestInCategory && known.ContainsKey(c.Key))
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key).ToList();
        if (Joined(counts, kept) is > 0 and < FewestInCategory && kept.Count > 0)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        var rest = known.Where(p => !kept.Contains(p.Key)).Sum(p => p.Value);
        var targets = kept.ToDictionary(l => l, l => known[l], StringComparer.Ordinal);
        var joins = rest > 0 && Joined(counts, kept) > 0;
        if (joins)
        {
            targets.Add("", rest);
        }

        return targets.Count < 2
            ? null
            : new RakingMargin(definition.Column, [.. labels.Select(l => l.Length == 0 ? null : kept.Contains(l) ? l : joins ? "" : null)], targets);
    }

    private static int Joined(Dictionary<string, int> counts, List<string> kept) => counts.Where(c => !kept.Contains(c.Key)).Sum(c => c.Value);

    private static SampleWeights Summarise(WeightingMethod method, IReadOnlyList<string> margins, SurveyWeights weights, int trimmed, bool converged) => new(
        weights.Values,
        new WeightingSummary(method, margins, weights.Values.Count(w => w > 0), weights.EffectiveRespondents, weights.DesignEffect, trimmed, converged));
}
