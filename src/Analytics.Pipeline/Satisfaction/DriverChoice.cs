using Analytics.Pipeline.Models;
using Analytics.Statistics.PathModels;

namespace Analytics.Pipeline.Satisfaction;

/// <summary>Which item stands for what is to be improved, and which items may explain it.</summary>
/// <param name="Target">Position of the target item.</param>
/// <param name="Drivers">Positions of the driver items.</param>
/// <param name="Constructs">Construct of each driver; null where there is no model.</param>
internal sealed record DriverChoice(int Target, int[] Drivers, IReadOnlyList<string?> Constructs)
{
    /// <summary>With a model: the overall item if it measures the target, else the target's first item, and the items of all constructs that act on it. Without: the overall item and all others that have a scale.</summary>
    /// <returns>Null where there is no target or nothing to explain it.</returns>
    public static DriverChoice? Of(SurveySample sample, ModelDefinition? definition, string? overall)
    {
        var target = definition is null ? overall : TargetItem(definition, overall);
        var at = target is null ? -1 : sample.Find(target);
        if (at < 0 || sample.Scales[at] is null)
        {
            return null;
        }

        (string Item, string? Construct)[] drivers = definition is null
            ? [.. sample.Items.Where(i => i != target).Select(i => (i, (string?)null))]
            : [.. Acting(definition).SelectMany(c => ItemsOf(definition, c).Select(i => (i, (string?)c))).DistinctBy(d => d.i).Where(d => d.i != target)];
        drivers = [.. drivers.Where(d => sample.Scales[sample.Find(d.Item)] is not null)];
        return drivers.Length == 0 ? null : new DriverChoice(at, [.. drivers.Select(d => sample.Find(d.Item))], [.. drivers.Select(d => d.Construct)]);
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
