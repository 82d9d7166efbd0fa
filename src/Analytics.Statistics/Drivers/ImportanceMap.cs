using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Statistics.Intervals;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Drivers;

/// <summary>
/// Importance-performance map of a path model (Ringle and Sarstedt 2016, Industrial Management and Data Systems 116, 1865–1886): importance is
/// the unstandardised total effect on the target, so that a point is worth "+1 point here, +e points there"; performance is the score of a
/// construct between the lowest and highest answers its items allow, not those that happened.
/// </summary>
/// <param name="Target">Construct to improve.</param>
/// <param name="TargetIndex">Its index, 0–100.</param>
/// <param name="TargetInterval">Its bootstrap interval; null where it was not resampled.</param>
/// <param name="Constructs">Constructs with an effect on it.</param>
/// <param name="Items">Their items: effect of one point of an item, both on 0–100.</param>
public sealed record ImportanceMap(
    string Target, double TargetIndex, ConfidenceInterval? TargetInterval, IReadOnlyList<ImportancePoint> Constructs, IReadOnlyList<ImportancePoint> Items)
{
    /// <summary>Constructs that act on the target but have no index, each with its reason.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Maps an estimated model. Constructs with a negative weight have no index and are left out with their reason.</summary>
    /// <param name="fit">The estimate.</param>
    /// <param name="table">The answers it was made from, with scales.</param>
    /// <param name="target">Construct to improve.</param>
    /// <param name="bootstrap">Its resamples with the same target, for intervals; null for none.</param>
    /// <exception cref="AnalyticsException">
    /// AN7032: the target has no index, because a weight is negative or it is no construct; no construct with an index acts on it; or items have no
    /// scales.
    /// </exception>
    public static ImportanceMap Of(PathModelFit fit, ItemTable table, string target, BootstrapResult? bootstrap = null)
    {
        var scales = Scales(fit, table);
        var acting = fit.Effects.Where(e => e.To == target && fit.Construct(e.From).Kind != ConstructKind.Interaction).ToList();
        var leftOut = acting.SelectMany(e => Faults(fit, e.From)).ToList();
        acting = [.. acting.Where(e => !Faults(fit, e.From).Any())];
        var faults = Faults(fit, target).Concat(acting.Count == 0 ? leftOut : []).ToList();
        if (acting.Count == 0 || faults.Count > 0)
        {
            throw new AnalyticsException(
                "AN7032",
                $"There is no importance-performance map for '{target}': "
                    + $"{(faults.Count == 0 ? "no construct of the model acts on it" : string.Join("; ", faults))}.",
                "Code items so that higher is better, drop those with a negative weight, or choose another target.");
        }

        var at = fit.IndexOf(target);
        var width = Width(fit, scales, at);
        return new ImportanceMap(
            target,
            Index(fit, scales, at),
            Bounds(bootstrap?.Find(ParameterKind.Index, "", target)),
            [.. acting.Select(e => ConstructPoint(fit, scales, e, width, bootstrap))],
            [.. acting.SelectMany(e => ItemPoints(fit, scales, e, width, bootstrap))])
        {
            LeftOut = leftOut,
        };
    }

    private static ItemScale[] Scales(PathModelFit fit, ItemTable table)
    {
        if (table.Scales is null)
        {
            throw new AnalyticsException("AN7032", "The items have no scales.", "Give the lowest and highest possible answer of each item.", FaultKind.Usage);
        }

        var position = table.Items.Select((item, i) => (item, i)).ToDictionary(x => x.item, x => x.i);
        return [.. fit.Items.Select(item => table.Scales[position[item]])];
    }

    private static IEnumerable<string> Faults(PathModelFit fit, string construct)
    {
        var at = fit.IndexOf(construct);
        return at < 0
            ? [$"'{construct}' is no construct"]
            : Own(fit, at).Where(i => fit.ItemWeights[i, at] < 0).Select(i => $"the weight of '{fit.Items[i]}' in '{construct}' is negative");
    }

    private static IEnumerable<int> Own(PathModelFit fit, int construct) => Enumerable.Range(0, fit.Items.Count).Where(i => fit.ItemWeights[i, construct] != 0);

    private static double Width(PathModelFit fit, ItemScale[] scales, int construct) =>
        Own(fit, construct).Sum(i => fit.ItemWeights[i, construct] * (scales[i].Maximum - scales[i].Minimum));

    private static double Index(PathModelFit fit, ItemScale[] scales, int construct) =>
        Own(fit, construct).Sum(i => fit.ItemWeights[i, construct] * (fit.ItemMeans[i] - scales[i].Minimum)) / Width(fit, scales, construct) * 100;

    private static ImportancePoint ConstructPoint(PathModelFit fit, ItemScale[] scales, EffectEstimate effect, double width, BootstrapResult? bootstrap)
    {
        var at = fit.IndexOf(effect.From);
        return new ImportancePoint(
            effect.From,
            effect.Total * Width(fit, scales, at) / width,
            Index(fit, scales, at),
            Bounds(bootstrap?.Find(ParameterKind.IndexEffect, effect.From, effect.To)),
            Bounds(bootstrap?.Find(ParameterKind.Index, "", effect.From)));
    }

    private static IEnumerable<ImportancePoint> ItemPoints(
        PathModelFit fit, ItemScale[] scales, EffectEstimate effect, double width, BootstrapResult? bootstrap)
    {
        var at = fit.IndexOf(effect.From);
        return Own(fit, at).Select(i => new ImportancePoint(
            fit.Items[i],
            effect.Total * fit.ItemWeights[i, at] * (scales[i].Maximum - scales[i].Minimum) / width,
            (fit.ItemMeans[i] - scales[i].Minimum) / (scales[i].Maximum - scales[i].Minimum) * 100,
            Bounds(bootstrap?.Find(ParameterKind.ItemEffect, fit.Items[i], effect.To))));
    }

    private static ConfidenceInterval? Bounds(BootstrapParameter? parameter) =>
        parameter is null ? null : new ConfidenceInterval(parameter.Lower, parameter.Upper);
}
