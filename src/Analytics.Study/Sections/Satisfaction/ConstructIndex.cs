using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.Scores;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>A construct as an index of items with the weights a model gave them, to be computed over any respondents.</summary>
/// <param name="Construct">Construct.</param>
/// <param name="Items">Positions of its items in the sample.</param>
/// <param name="Weights">Weight of each, for answers on their own scale, 0 or more.</param>
internal sealed record ConstructIndex(string Construct, int[] Items, double[] Weights)
{
    /// <summary>The index of a construct; null where it has none: an interaction, or a negative weight.</summary>
    public static ConstructIndex? Of(SurveySample sample, PathModelFit fit, string construct)
    {
        var at = fit.IndexOf(construct);
        if (at < 0)
        {
            return null;
        }

        int[] own = [.. Enumerable.Range(0, fit.Items.Count).Where(i => fit.ItemWeights[i, at] != 0)];
        return own.Length == 0 || own.Any(i => fit.ItemWeights[i, at] < 0)
            ? null
            : new ConstructIndex(construct, [.. own.Select(i => sample.Find(fit.Items[i]))], [.. own.Select(i => fit.ItemWeights[i, at])]);
    }

    /// <summary>The index over some respondents; null where an item has no answer.</summary>
    public IndexEstimate? Over(SurveySample sample, int[] rows, IReadOnlyList<double>? weights) => rows.Length == 0 ? null : IndexEstimate.Of(
        [.. Items.Select(i => sample.Column(i, rows))],
        Weights,
        [.. Items.Select(i => sample.Scales[i] ?? default(ItemScale))],
        weights,
        sample.Input.Settings.ConfidenceLevel);
}
