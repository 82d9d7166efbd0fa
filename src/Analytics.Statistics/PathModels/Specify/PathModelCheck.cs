using Analytics.Core;

namespace Analytics.Statistics.PathModels.Specify;

/// <summary>Faults of a model's definition, all of them at once.</summary>
internal static class PathModelCheck
{
    /// <exception cref="AnalyticsException">AN7001: the definition has faults.</exception>
    public static void Require(PathModel model)
    {
        var faults = new List<string>();
        Names(model, faults);
        Indicators(model, faults);
        Paths(model, faults);
        Settings(model, faults);
        if (faults.Count > 0)
        {
            throw new AnalyticsException(
                "AN7001",
                $"The model '{model.Name}' has faults: {string.Join("; ", faults)}.",
                "Mend them all in the model's definition.",
                FaultKind.Usage);
        }
    }

    private static void Names(PathModel model, List<string> faults)
    {
        faults.AddRange(model.Constructs.GroupBy(c => c.Name).Where(g => g.Count() > 1).Select(g => $"the construct '{g.Key}' is defined {g.Count()} times"));
        if (model.Paths.Count == 0)
        {
            faults.Add("it has no path");
        }
    }

    private static void Indicators(PathModel model, List<string> faults)
    {
        var byName = model.Constructs.DistinctBy(c => c.Name).ToDictionary(c => c.Name);
        foreach (var construct in model.Constructs)
        {
            if (construct.Indicators.Count == 0)
            {
                faults.Add($"'{construct.Name}' has no indicators");
            }

            faults.AddRange(
                construct.Indicators.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => $"'{construct.Name}' names '{g.Key}' {g.Count()} times"));
            if (construct.Kind != ConstructKind.Items)
            {
                faults.AddRange(Parts(construct, byName));
            }
        }

        var used = model.Constructs.Where(c => c.Kind == ConstructKind.Items)
            .SelectMany(c => c.Indicators.Distinct().Select(item => (item, c.Name)))
            .GroupBy(u => u.item);
        faults.AddRange(
            used.Where(g => g.Count() > 1)
                .Select(g => $"the item '{g.Key}' belongs to {string.Join(" and ", g.Select(u => $"'{u.Name}'"))}: an item measures one construct"));
        var owners = model.Constructs.Where(c => c.Kind == ConstructKind.SecondOrder).SelectMany(c => c.Indicators.Distinct()).GroupBy(d => d);
        faults.AddRange(owners.Where(g => g.Count() > 1).Select(g => $"the dimension '{g.Key}' belongs to {g.Count()} second-order constructs"));
    }

    private static IEnumerable<string> Parts(Construct construct, Dictionary<string, Construct> byName)
    {
        if (construct.Kind == ConstructKind.Interaction && construct.Indicators.Count != 2)
        {
            yield return $"the interaction '{construct.Name}' has {construct.Indicators.Count} parts instead of 2";
        }

        foreach (var part in construct.Indicators)
        {
            if (!byName.TryGetValue(part, out var found))
            {
                yield return $"'{construct.Name}' is made of '{part}', which is no construct";
            }
            else if (found.Kind == ConstructKind.Interaction || (construct.Kind == ConstructKind.SecondOrder && found.Kind != ConstructKind.Items))
            {
                yield return $"'{construct.Name}' is made of '{part}', which is itself made of constructs: there is no published answer for that";
            }
        }
    }

    private static void Paths(PathModel model, List<string> faults)
    {
        var names = model.Constructs.Select(c => c.Name).ToHashSet();
        var dimensions = model.Constructs.Where(c => c.Kind == ConstructKind.SecondOrder).SelectMany(c => c.Indicators).ToHashSet();
        var interactions = model.Constructs.Where(c => c.Kind == ConstructKind.Interaction).Select(c => c.Name).ToHashSet();
        faults.AddRange(
            model.Constructs.Where(c => c.Kind == ConstructKind.Interaction)
                .SelectMany(c => c.Indicators)
                .Where(dimensions.Contains)
                .Select(d => $"an interaction names the dimension '{d}': name its second-order construct"));
        foreach (var path in model.Paths)
        {
            faults.AddRange(
                new[] { path.From, path.To }.Where(end => !names.Contains(end)).Select(end => $"the path {path} names '{end}', which is no construct"));
            faults.AddRange(
                new[] { path.From, path.To }.Where(dimensions.Contains)
                    .Select(end => $"the path {path} names the dimension '{end}': paths belong to its second-order construct"));
            if (interactions.Contains(path.To))
            {
                faults.Add($"the path {path} explains an interaction");
            }
        }

        faults.AddRange(model.Paths.GroupBy(p => p).Where(g => g.Count() > 1).Select(g => $"the path {g.Key} is given {g.Count()} times"));
        var linked = model.Paths.SelectMany(p => new[] { p.From, p.To }).ToHashSet();
        faults.AddRange(model.Constructs.Where(c => !linked.Contains(c.Name) && !dimensions.Contains(c.Name)).Select(c => $"'{c.Name}' has no path"));
        if (faults.Count == 0 && TopologicalOrder(model.Constructs.Select(c => c.Name), model.Paths) is null)
        {
            faults.Add("its paths form a loop");
        }
    }

    private static void Settings(PathModel model, List<string> faults)
    {
        var settings = model.Estimation;
        if (settings.Missing == MissingAnswers.Pairwise && model.Constructs.Any(c => c.Kind == ConstructKind.Interaction))
        {
            faults.Add("interactions are products of whole respondents, which pairwise covariances do not give: replace by means or leave out listwise");
        }

        if (!(settings.Tolerance > 0) || settings.MaximumIterations < 1 || settings.MinimumRespondents < 3)
        {
            faults.Add(
                $"tolerance {settings.Tolerance}, {settings.MaximumIterations} iterations, at least {settings.MinimumRespondents} respondents: "
                    + "a tolerance is above 0, iterations 1 or more, respondents 3 or more");
        }
    }

    /// <summary>Constructs so that each comes after all that explain it; null where there is a loop.</summary>
    public static List<string>? TopologicalOrder(IEnumerable<string> constructs, IReadOnlyList<StructuralPath> paths)
    {
        var left = constructs.ToList();
        var order = new List<string>();
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(c => !paths.Any(p => p.To == c && left.Contains(p.From)));
            if (next is null)
            {
                return null;
            }

            left.Remove(next);
            order.Add(next);
        }

        return order;
    }
}
