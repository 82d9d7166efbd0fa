namespace Analytics.Statistics.PathModels.Specify;

/// <summary>A path model: constructs, how they are measured, and which explains which. It must not contain a loop.</summary>
/// <param name="Name">Name for titles.</param>
/// <param name="Constructs">Constructs, dimensions of second-order constructs included.</param>
/// <param name="Paths">Paths between them; at least one.</param>
public sealed record PathModel(string Name, IReadOnlyList<Construct> Constructs, IReadOnlyList<StructuralPath> Paths)
{
    /// <summary>How it is estimated.</summary>
    public EstimationSettings Estimation { get; init; } = new();
}
