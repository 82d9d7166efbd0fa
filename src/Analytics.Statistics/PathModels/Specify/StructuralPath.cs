namespace Analytics.Statistics.PathModels.Specify;

/// <summary>A path of the structural model.</summary>
/// <param name="From">Construct that explains.</param>
/// <param name="To">Construct that is explained.</param>
public readonly record struct StructuralPath(string From, string To)
{
    /// <summary><c>Image → Satisfaction</c>.</summary>
    public override string ToString() => $"{From} → {To}";
}
