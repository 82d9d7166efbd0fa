using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>What a reader of an estimate should know.</summary>
internal static class FitWarnings
{
    private const int RespondentsPerRegressor = 10;

    public static List<ModelWarning> Of(ModelPlan plan, ItemMatrix data, ModelEstimator estimate, PathModelFit fit)
    {
        var warnings = new List<ModelWarning>();
        var needed = RespondentsPerRegressor * Enumerable.Range(0, plan.Final.Count).Max(k =>
            Math.Max(plan.Final.Predecessors[k].Length, plan.Final.Modes[k] == MeasurementMode.ModeB ? plan.Final.Start[k + 1] - plan.Final.Start[k] : 0));
        if (data.Count < needed)
        {
            warnings.Add(new ModelWarning(ModelWarningKind.FewRespondents, Value: needed));
        }

        if (fit.EffectiveRespondents < fit.Respondents / 2.0)
        {
            warnings.Add(new ModelWarning(ModelWarningKind.UnevenWeights, Value: fit.EffectiveRespondents));
        }

        if (data.Present is { } present)
        {
            warnings.Add(new ModelWarning(ModelWarningKind.MissingAnswers, Value: present.Sum(p => p.Count(x => !x)) / (double)(present.Length * data.Count)));
        }

        warnings.AddRange(
            fit.Constructs.Where(c => c.Indicators == 1 && c.Kind == ConstructKind.Items).Select(c => new ModelWarning(ModelWarningKind.SingleItem, c.Name)));
        warnings.AddRange(fit.Indicators.Where(i => i.Weight <= 0).Select(i => new ModelWarning(ModelWarningKind.WeightNotPositive, i.Indicator, i.Weight)));
        for (var k = 0; k < plan.Final.Count; k++)
        {
            if (estimate.Structural.Reliability[k] > 1)
            {
                warnings.Add(new ModelWarning(ModelWarningKind.ReliabilityAboveOne, plan.Final.Constructs[k].Name, estimate.Structural.Reliability[k]));
            }

            if (estimate.Structural.RSquared[k] > 1)
            {
                warnings.Add(new ModelWarning(ModelWarningKind.RSquaredAboveOne, plan.Final.Constructs[k].Name, estimate.Structural.RSquared[k]));
            }
        }

        AddAbsent(plan, warnings);
        return warnings;
    }

    private static void AddAbsent(ModelPlan plan, List<ModelWarning> warnings)
    {
        if (plan.MainStage is not null)
        {
            warnings.Add(new ModelWarning(ModelWarningKind.NoFSquare));
        }

        if (plan.MainStage is not null || plan.DimensionStage is not null)
        {
            warnings.Add(new ModelWarning(ModelWarningKind.NoSrmr));
            warnings.Add(new ModelWarning(ModelWarningKind.NoPrediction));
        }
    }
}
