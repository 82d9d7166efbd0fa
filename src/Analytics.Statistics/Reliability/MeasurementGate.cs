using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Reliability;

/// <summary>
/// Reliability and validity of a model's measurement, and the verdict on it: it can hold back the model page, never the scores.
/// </summary>
/// <param name="Settings">Thresholds.</param>
/// <param name="Constructs">Per construct, dimensions included.</param>
/// <param name="Items">Per indicator.</param>
/// <param name="Pairs">Per pair of constructs of the model.</param>
/// <param name="Adequacy">Of all items together; null where they are collinear.</param>
/// <param name="Findings">Tests that were missed, blocking ones first.</param>
public sealed record MeasurementGate(
    GateSettings Settings,
    IReadOnlyList<ConstructQuality> Constructs,
    IReadOnlyList<ItemQuality> Items,
    IReadOnlyList<ConstructPair> Pairs,
    SamplingAdequacy? Adequacy,
    IReadOnlyList<GateFinding> Findings)
{
    /// <summary>Whether nothing holds the model page back.</summary>
    public bool Passed => Findings.All(f => !f.Blocks);

    /// <summary>Judges an estimated model.</summary>
    /// <param name="fit">The estimate.</param>
    /// <param name="settings">Thresholds.</param>
    /// <param name="bootstrap">Its resamples, for the bounds of the heterotrait-monotrait ratio; null for none.</param>
    public static MeasurementGate Of(PathModelFit fit, GateSettings settings, BootstrapResult? bootstrap = null)
    {
        var constructs = fit.BlockCorrelations.Keys.Where(name => !IsInteraction(fit, name)).Select(name => Quality(fit, name)).ToList();
        var items = constructs.SelectMany(c => ItemsOf(fit, c.Construct)).ToList();
        var pairs = PairsOf(fit, constructs, bootstrap).ToList();
        var adequacy = SamplingAdequacy.Of(fit.ItemCorrelations, fit.EffectiveRespondents);
        var gate = new MeasurementGate(settings, constructs, items, pairs, adequacy, []);
        return gate with { Findings = [.. GateTests.Missed(fit, gate).OrderByDescending(f => f.Blocks)] };
    }

    private static bool IsInteraction(PathModelFit fit, string name) => fit.Model.Constructs.First(c => c.Name == name).Kind == ConstructKind.Interaction;

    private static ConstructQuality Quality(PathModelFit fit, string name)
    {
        var (own, block) = (fit.Indicators.Where(i => i.Construct == name).ToList(), fit.BlockCorrelations[name]);
        var loadings = own.Select(i => i.Loading).ToList();
        var single = own.Count == 1;
        var mode = fit.Model.Constructs.First(c => c.Name == name).Mode;
        return new ConstructQuality(
            name,
            own.Count,
            CronbachAlpha.Of(block),
            CompositeReliability.RhoC(loadings),
            single ? null : mode == MeasurementMode.ModeB ? 1 : CompositeReliability.RhoA(StandardisedWeights(own, fit), block),
            CompositeReliability.AverageVarianceExtracted(loadings),
            Unidimensionality.Of(block).SecondEigenvalue);
    }

    private static List<double> StandardisedWeights(List<IndicatorEstimate> own, PathModelFit fit)
    {
        var items = fit.Items.ToList();
        var raw = fit.Model.Estimation.Scaling == ItemScaling.Raw;
        return [.. own.Select(i => raw && items.IndexOf(i.Indicator) is var at && at >= 0 ? i.Weight * fit.ItemDeviations[at] : i.Weight)];
    }

    private static IEnumerable<ItemQuality> ItemsOf(PathModelFit fit, string name)
    {
        var block = fit.BlockCorrelations[name];
        var own = fit.Indicators.Where(i => i.Construct == name).ToList();
        for (var i = 0; i < own.Count; i++)
        {
            var at = fit.Items.ToList().IndexOf(own[i].Indicator);
            var (other, loading) = at < 0 || fit.IndexOf(name) < 0 ? (null, null) : HighestOther(fit, at, name);
            yield return new ItemQuality(
                name, own[i].Indicator, own[i].Loading, ItemTotal(block, i), CronbachAlpha.Without(block, i), own[i].Vif, other, loading);
        }
    }

    private static double? ItemTotal(double[,] block, int item)
    {
        var k = block.GetLength(0);
        var (with, rest) = (0.0, 0.0);
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                rest += i == item || j == item ? 0 : block[i, j];
            }

            with += i == item ? 0 : block[i, item];
        }

        return k > 1 && rest > 0 ? with / Math.Sqrt(rest) : null;
    }

    private static (string? Name, double? Loading) HighestOther(PathModelFit fit, int item, string own)
    {
        var others = Enumerable.Range(0, fit.Constructs.Count)
            .Where(k => fit.Constructs[k].Name != own && fit.Constructs[k].Kind == ConstructKind.Items)
            .ToList();
        if (others.Count == 0)
        {
            return (null, null);
        }

        var highest = others.MaxBy(k => Math.Abs(fit.CrossLoadings[item, k]));
        return (fit.Constructs[highest].Name, fit.CrossLoadings[item, highest]);
    }

    private static IEnumerable<ConstructPair> PairsOf(PathModelFit fit, List<ConstructQuality> constructs, BootstrapResult? bootstrap)
    {
        var names = fit.Constructs.Where(c => c.Kind != ConstructKind.Interaction).Select(c => c.Name).ToList();
        return from i in Enumerable.Range(0, names.Count)
               from j in Enumerable.Range(i + 1, names.Count - i - 1)
               select Pair(fit, constructs, names[i], names[j], bootstrap);
    }

    private static ConstructPair Pair(PathModelFit fit, List<ConstructQuality> constructs, string one, string two, BootstrapResult? bootstrap)
    {
        var correlation = fit.ConstructCorrelations[fit.IndexOf(one), fit.IndexOf(two)];
        var extracted = new[] { one, two }.Select(name => constructs.First(c => c.Construct == name).VarianceExtracted).Where(v => v is not null).ToList();
        var (blockOne, blockTwo) = (Block(fit, one), Block(fit, two));
        var resampled = bootstrap?.Find(ParameterKind.HeterotraitMonotrait, one, two) ?? bootstrap?.Find(ParameterKind.HeterotraitMonotrait, two, one);
        return new ConstructPair(
            one,
            two,
            correlation,
            extracted.Count == 0 ? null : extracted.Min(v => Math.Sqrt(v!.Value)),
            blockOne.Count == 0 || blockTwo.Count == 0 ? null : Reliability.HeterotraitMonotrait.Of(fit.ItemCorrelations, blockOne, blockTwo),
            resampled?.Lower,
            resampled?.Upper);
    }

    private static List<int> Block(PathModelFit fit, string construct)
    {
        var items = fit.Items.ToList();
        var definition = fit.Model.Constructs.First(c => c.Name == construct);
        return definition.Kind == ConstructKind.Items ? [.. definition.Indicators.Select(item => items.IndexOf(item))] : [];
    }
}
