using System.Text.Json.Serialization;
using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Reliability;

namespace Analytics.Study.Models;

/// <summary>A model file as it is written.</summary>
internal sealed record ModelJson
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public required string Name { get; init; }

    public string? Note { get; init; }

    public required ItemScale Scale { get; init; }

    public Dictionary<string, ItemScale> Scales { get; init; } = [];

    public List<double> MissingCodes { get; init; } = [];

    public List<string> Ticks { get; init; } = [];

    public List<string> Reversed { get; init; } = [];

    public List<string> ZeroWhereEmpty { get; init; } = [];

    public string? Target { get; init; }

    public required List<ConstructJson> Constructs { get; init; }

    public required List<List<string>> Paths { get; init; }

    public EstimationSettings Estimation { get; init; } = new();

    public BootstrapSettings Bootstrap { get; init; } = new();

    public GateSettings Gate { get; init; } = new();

    /// <returns>Null where there are faults.</returns>
    public ModelDefinition? ToDefinition(List<string> faults)
    {
        var constructs = Constructs.Select(c => c.ToConstruct(faults)).ToList();
        faults.AddRange(Paths.Where(p => p.Count != 2).Select(p => $"the path [{string.Join(", ", p)}] has {p.Count} ends instead of 2"));
        foreach (var (item, scale) in Scales.Append(new("scale", Scale)).Where(s => !(s.Value.Maximum > s.Value.Minimum)))
        {
            faults.Add($"the scale of '{item}' goes from {scale.Minimum} to {scale.Maximum}");
        }

        var target = Target ?? Constructs.LastOrDefault(
            c => Paths.Any(p => p.Count == 2 && p[1] == c.Name) && Paths.All(p => p.Count != 2 || p[0] != c.Name))?.Name;
        if (target is null || Constructs.All(c => c.Name != target))
        {
            faults.Add(target is null ? "no construct is explained, so there is nothing to improve" : $"the target '{target}' is no construct");
        }

        faults.AddRange(Ticks.Where(t => !Constructs.Any(c => c.Items?.Contains(t) == true)).Select(t => $"the ticked item '{t}' belongs to no construct"));
        faults.AddRange(
            Reversed.Where(t => !Constructs.Any(c => c.Items?.Contains(t) == true)).Select(t => $"the reversed item '{t}' belongs to no construct"));
        faults.AddRange(
            ZeroWhereEmpty.Where(t => !Constructs.Any(c => c.Items?.Contains(t) == true))
                .Select(t => $"the item '{t}', 0 where empty, belongs to no construct"));
        if (faults.Count > 0)
        {
            return null;
        }

        var model = new PathModel(Name, constructs!, [.. Paths.Select(p => new StructuralPath(p[0], p[1]))]) { Estimation = Estimation };
        var labels = Constructs.ToDictionary(c => c.Name, c => (IReadOnlyDictionary<string, string>)c.Label);
        return new ModelDefinition(
            model,
            Scale,
            Scales,
            MissingCodes,
            labels,
            target!,
            Bootstrap with { Target = target },
            Gate) { Ticks = Ticks, Reversed = Reversed, ZeroWhereEmpty = ZeroWhereEmpty };
    }
}
