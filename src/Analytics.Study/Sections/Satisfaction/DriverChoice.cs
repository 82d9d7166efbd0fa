using Analytics.Statistics.PathModels.Specify;
using Analytics.Study.Models;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Which item stands for what is to be improved, and which items may explain it.</summary>
/// <param name="Target">The target item.</param>
/// <param name="Drivers">Driver items.</param>
/// <param name="Constructs">Construct of each driver; null where there is no model.</param>
internal sealed record DriverChoice(string Target, IReadOnlyList<string> Drivers, IReadOnlyList<string?> Constructs)
{
    /// <summary>
    /// With a model: the overall item if it measures the target, else the target's first item, and the items of all constructs that act on it. Without:
    /// the overall item and all others.
    /// </summary>
    /// <param name="items">Items there are answers and scales for.</param>
    /// <param name="definition">The model, or null.</param>
    /// <param name="overall">The overall item, or null.</param>
    /// <returns>Null where there is no target or nothing to explain it.</returns>
    public static DriverChoice? Of(IReadOnlyList<string> items, ModelDefinition? definition, string? overall)
    {
        var target = definition is null ? overall : TargetItem(definition, overall);
        if (target is null || !items.Contains(target))
        {
            return null;
        }

        (string Item, string? Construct)[] drivers = definition is null
            ? [.. items.Select(i => (i, (string?)null))]
            : [.. Acting(definition).SelectMany(c => ItemsOf(definition, c).Select(i => (i, (string?)c))).DistinctBy(d => d.i)];
        drivers = [.. drivers.Where(d => d.Item != target && items.Contains(d.Item))];
        return drivers.Length == 0 ? null : new DriverChoice(target, [.. drivers.Select(d => d.Item)], [.. drivers.Select(d => d.Construct)]);
    }

    /// <summary>Construct of a driver; null where it has none.</summary>
    public string? ConstructOf(string item)
    {
        for (var d = 0; d < Drivers.Count; d++)
        {
            if (Drivers[d] == item)
            {
                return Constructs[d];
            }
        }

        return null;
    }

    private static string? TargetItem(ModelDefinition definition, string? overall)
    {
        var own = ItemsOf(definition, definition.Target).ToList();
        return overall is not null && own.Contains(overall) ? overall : own.FirstOrDefault();
    }

    /// <summary>Constructs from which paths lead to the target, in model order.</summary>
    private static IEnumerable<string> Acting(ModelDefinition definition)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([definition.Target]);
        while (open.TryDequeue(out var construct))
        {
            foreach (var path in definition.Model.Paths.Where(p => p.To == construct && found.Add(p.From)))
            {
                open.Enqueue(path.From);
            }
        }

        return definition.Model.Constructs.Where(c => found.Contains(c.Name) && c.Kind != ConstructKind.Interaction).Select(c => c.Name);
    }

    private static IEnumerable<string> ItemsOf(ModelDefinition definition, string construct)
    {
        var found = definition.Model.Constructs.First(c => c.Name == construct);
        return found.Kind switch
        {
            ConstructKind.Items => found.Indicators,
            ConstructKind.SecondOrder => found.Indicators.SelectMany(dimension => ItemsOf(definition, dimension)),
            _ => [],
        };
    }
}
