using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Study.Models;

/// <summary>A construct as it is written: it has items, dimensions, or an interaction of two.</summary>
internal sealed record ConstructJson
{
    private static readonly Dictionary<string, MeasurementMode> Modes = new()
    {
        ["A"] = MeasurementMode.ModeA,
        ["B"] = MeasurementMode.ModeB,
        ["unit"] = MeasurementMode.UnitWeights,
        ["reflective"] = MeasurementMode.Reflective,
    };

    public required string Name { get; init; }

    public Dictionary<string, string> Label { get; init; } = [];

    public string Mode { get; init; } = "A";

    public List<string>? Items { get; init; }

    public List<string>? Dimensions { get; init; }

    public List<string>? Interaction { get; init; }

    /// <returns>Null where there is a fault.</returns>
    public Construct? ToConstruct(List<string> faults)
    {
        if (!Modes.TryGetValue(Mode, out var mode))
        {
            faults.Add($"the mode '{Mode}' of '{Name}' is none of {string.Join(", ", Modes.Keys)}");
        }

        List<string>?[] parts = [Items, Dimensions, Interaction];
        if (parts.Count(p => p is not null) != 1)
        {
            faults.Add($"'{Name}' has {parts.Count(p => p is not null)} of items, dimensions and interaction instead of one");
            return null;
        }

        return Items is not null ? new Construct(Name, mode, Items)
            : Dimensions is not null ? new Construct(Name, mode, Dimensions, ConstructKind.SecondOrder)
            : new Construct(Name, MeasurementMode.UnitWeights, Interaction!, ConstructKind.Interaction);
    }
}
