using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Reliability;

namespace Analytics.Study.Models;

/// <summary>A satisfaction model as configuration: the path model and everything a run of it is told.</summary>
/// <param name="Model">Constructs, items, paths, estimation.</param>
/// <param name="Scale">Lowest and highest possible answer of items that <paramref name="Scales"/> does not name.</param>
/// <param name="Scales">Scales of single items.</param>
/// <param name="MissingCodes">Answers that mean "missing", such as −1, 98 or 99.</param>
/// <param name="Labels">Names of constructs by language, for titles.</param>
/// <param name="Target">Construct to improve; the last one nothing depends on where none is named.</param>
/// <param name="Bootstrap">Resampling.</param>
/// <param name="Gate">Thresholds of the reliability and validity gate.</param>
public sealed record ModelDefinition(
    PathModel Model,
    ItemScale Scale,
    IReadOnlyDictionary<string, ItemScale> Scales,
    IReadOnlyList<double> MissingCodes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels,
    string Target,
    BootstrapSettings Bootstrap,
    GateSettings Gate)
{
    /// <summary>Items the model asks for.</summary>
    public IReadOnlyList<string> Items => [.. Model.Constructs.Where(c => c.Kind == ConstructKind.Items).SelectMany(c => c.Indicators)];

    /// <summary>Items that are ticked or not: an answer of −1 or 0 counts as 0, any other number or text as 1.</summary>
    public IReadOnlyList<string> Ticks { get; init; } = [];

    /// <summary>Items whose high answers are bad: they are turned round on their scale, so that higher is better everywhere.</summary>
    public IReadOnlyList<string> Reversed { get; init; } = [];

    /// <summary>Items of which no answer means 0: counters that only exist where something was counted.</summary>
    public IReadOnlyList<string> ZeroWhereEmpty { get; init; } = [];

    /// <summary>Scale of an item; 0 to 1 for one that is ticked.</summary>
    /// <param name="item">Item name.</param>
    public ItemScale ScaleOf(string item) => Ticks.Contains(item) ? new ItemScale(0, 1) : Scales.TryGetValue(item, out var own) ? own : Scale;
}
