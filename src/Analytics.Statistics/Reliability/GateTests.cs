using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Reliability;

/// <summary>The tests of the gate.</summary>
internal static class GateTests
{
    public static IEnumerable<GateFinding> Missed(PathModelFit fit, MeasurementGate gate) =>
        gate.Constructs.SelectMany(c => OfConstruct(fit, gate.Settings, c))
            .Concat(gate.Items.SelectMany(i => OfItem(fit, gate.Settings, i)))
            .Concat(gate.Pairs.SelectMany(p => OfPair(gate.Settings, p)))
            .Concat(OfModel(fit, gate));

    private static GateFinding Finding(GateSettings settings, GateFindingKind kind, string subject, double? value, double threshold) =>
        new(kind, subject, value, threshold, settings.Blocking.Contains(kind));

    private static MeasurementMode Mode(PathModelFit fit, string construct) => fit.Model.Constructs.First(c => c.Name == construct).Mode;

    // Indicators of mode B need not correlate, so reliability says nothing about them: collinearity does.
    private static IEnumerable<GateFinding> OfConstruct(PathModelFit fit, GateSettings settings, ConstructQuality construct)
    {
        var mode = Mode(fit, construct.Construct);
        if (mode == MeasurementMode.ModeB || construct.Items == 1)
        {
            yield break;
        }

        var reliability = mode == MeasurementMode.Reflective ? construct.RhoA : construct.RhoC;
        if (!(reliability >= settings.MinimumReliability))
        {
            yield return Finding(settings, GateFindingKind.Reliability, construct.Construct, reliability, settings.MinimumReliability);
        }

        if (!(construct.Alpha >= settings.MinimumReliability))
        {
            yield return Finding(settings, GateFindingKind.Alpha, construct.Construct, construct.Alpha, settings.MinimumReliability);
        }

        if (construct.RhoC > settings.MaximumReliability)
        {
            yield return Finding(settings, GateFindingKind.Redundancy, construct.Construct, construct.RhoC, settings.MaximumReliability);
        }

        if (!(construct.VarianceExtracted >= settings.MinimumVarianceExtracted))
        {
            yield return Finding(
                settings,
                GateFindingKind.VarianceExtracted,
                construct.Construct,
                construct.VarianceExtracted,
                settings.MinimumVarianceExtracted);
        }
    }

    private static IEnumerable<GateFinding> OfItem(PathModelFit fit, GateSettings settings, ItemQuality item)
    {
        if (Mode(fit, item.Construct) == MeasurementMode.ModeB)
        {
            if (!(item.Vif <= settings.MaximumVif))
            {
                yield return Finding(settings, GateFindingKind.Collinearity, item.Item, item.Vif, settings.MaximumVif);
            }

            yield break;
        }

        if (item.Loading < settings.MinimumLoading)
        {
            yield return Finding(settings, GateFindingKind.Loading, item.Item, item.Loading, settings.MinimumLoading);
        }

        if (item.ItemTotal < settings.MinimumItemTotal)
        {
            yield return Finding(settings, GateFindingKind.ItemTotal, item.Item, item.ItemTotal, settings.MinimumItemTotal);
        }

        if (item.HighestOtherLoading is { } other && Math.Abs(other) >= Math.Abs(item.Loading))
        {
            yield return Finding(settings, GateFindingKind.CrossLoading, $"{item.Item} ~ {item.HighestOther}", other, item.Loading);
        }
    }

    private static IEnumerable<GateFinding> OfPair(GateSettings settings, ConstructPair pair)
    {
        if (pair.FornellLarcker == false)
        {
            yield return Finding(settings, GateFindingKind.FornellLarcker, $"{pair.One} ~ {pair.Two}", pair.Correlation, pair.LeastRootExtracted!.Value);
        }

        if ((pair.Upper ?? pair.HeterotraitMonotrait) >= settings.MaximumHeterotraitMonotrait)
        {
            yield return Finding(
                settings,
                GateFindingKind.HeterotraitMonotrait,
                $"{pair.One} ~ {pair.Two}",
                pair.Upper ?? pair.HeterotraitMonotrait,
                settings.MaximumHeterotraitMonotrait);
        }
    }

    private static IEnumerable<GateFinding> OfModel(PathModelFit fit, MeasurementGate gate)
    {
        var settings = gate.Settings;
        foreach (var path in fit.Paths.Where(p => p.Vif > settings.MaximumVif))
        {
            yield return Finding(settings, GateFindingKind.Collinearity, $"{path.From} ~ {path.To}", path.Vif, settings.MaximumVif);
        }

        if (!(gate.Adequacy?.Kmo >= settings.MinimumKmo))
        {
            yield return Finding(settings, GateFindingKind.Kmo, "", gate.Adequacy?.Kmo, settings.MinimumKmo);
        }

        if (!(gate.Adequacy?.PValue < settings.MaximumBartlettP))
        {
            yield return Finding(settings, GateFindingKind.Bartlett, "", gate.Adequacy?.PValue, settings.MaximumBartlettP);
        }

        if (fit.Srmr?.Saturated > settings.MaximumSrmr)
        {
            yield return Finding(settings, GateFindingKind.Srmr, "", fit.Srmr.Saturated, settings.MaximumSrmr);
        }
    }
}
