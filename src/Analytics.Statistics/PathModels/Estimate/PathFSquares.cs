using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>f² of every path: the model is estimated anew without it.</summary>
internal static class PathFSquares
{
    /// <returns>One number a path in the model's order; null where there is no answer.</returns>
    public static double?[] Of(ModelPlan plan, ItemMatrix data, ModelEstimator full)
    {
        var model = plan.Model;
        var parts = model.Constructs.Where(c => c.Kind == ConstructKind.Interaction).SelectMany(c => c.Indicators).ToHashSet();
        return [.. model.Paths.Select(path => parts.Contains(path.From) ? null : One(plan, data, full, path))];
    }

    private static double? One(ModelPlan plan, ItemMatrix data, ModelEstimator full, StructuralPath path)
    {
        var explained = full.Structural.RSquared[Position(plan, path.To)];
        if (explained >= 1)
        {
            return null;
        }

        var without = Without(plan, data, path);
        return without is null ? null : (explained - without) / (1 - explained);
    }

    private static double? Without(ModelPlan plan, ItemMatrix data, StructuralPath path)
    {
        var paths = plan.Model.Paths.Where(p => p != path).ToList();
        if (paths.All(p => p.To != path.To))
        {
            return 0;
        }

        var reduced = new ModelPlan(Linked(plan.Model with { Paths = paths }));
        var estimator = new ModelEstimator(reduced, data.Select(reduced.Items));
        return estimator.Estimate(data.Weights, null).Reason == FaultReason.None ? estimator.Structural.RSquared[Position(reduced, path.To)] : null;
    }

    private static int Position(ModelPlan plan, string name) => plan.Final.Constructs.Select((c, k) => (c.Name, k)).First(c => c.Name == name).k;

    /// <summary>The model without constructs that no path reaches any more.</summary>
    private static PathModel Linked(PathModel model)
    {
        var linked = model.Paths.SelectMany(p => new[] { p.From, p.To }).ToHashSet();
        linked.UnionWith(model.Constructs.Where(c => c.Kind == ConstructKind.SecondOrder && linked.Contains(c.Name)).SelectMany(c => c.Indicators).ToList());
        return model with { Constructs = [.. model.Constructs.Where(c => linked.Contains(c.Name))] };
    }
}
