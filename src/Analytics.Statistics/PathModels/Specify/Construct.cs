namespace Analytics.Statistics.PathModels.Specify;

/// <summary>How the weights of a construct are found.</summary>
public enum MeasurementMode
{
    /// <summary>Mode A, correlation weights: covariances of the indicators with the inner estimate.</summary>
    ModeA,

    /// <summary>Mode B, regression weights: the inner estimate regressed on the indicators.</summary>
    ModeB,

    /// <summary>Every indicator has the same weight.</summary>
    UnitWeights,

    /// <summary>
    /// A common factor: mode A, then corrected for attenuation by ρA (consistent PLS, Dijkstra and Henseler 2015, MIS Quarterly 39, 297–316).
    /// </summary>
    Reflective,
}

/// <summary>What a construct is made of.</summary>
public enum ConstructKind
{
    /// <summary>Survey items.</summary>
    Items,

    /// <summary>Other constructs of the model, its dimensions (two-stage: their scores become its indicators).</summary>
    SecondOrder,

    /// <summary>The product of two constructs, predictor and moderator (two-stage).</summary>
    Interaction,
}

/// <summary>A construct (latent variable) of a path model.</summary>
/// <param name="Name">Name, unique in its model.</param>
/// <param name="Mode">How its weights are found; without meaning for an interaction.</param>
/// <param name="Indicators">
/// Item names; names of dimensions for <see cref="ConstructKind.SecondOrder"/>; predictor and moderator for <see cref="ConstructKind.Interaction"/>.
/// </param>
/// <param name="Kind">What the indicators are.</param>
public sealed record Construct(string Name, MeasurementMode Mode, IReadOnlyList<string> Indicators, ConstructKind Kind = ConstructKind.Items)
{
    /// <summary>A construct measured by items.</summary>
    /// <param name="name">Name.</param>
    /// <param name="mode">How its weights are found.</param>
    /// <param name="items">Item names.</param>
    public static Construct Of(string name, MeasurementMode mode, params IReadOnlyList<string> items) => new(name, mode, items);

    /// <summary>A second-order construct, measured by the scores of other constructs.</summary>
    /// <param name="name">Name.</param>
    /// <param name="mode">How the weights of the dimensions are found.</param>
    /// <param name="dimensions">Names of its dimensions, which have no paths of their own.</param>
    public static Construct SecondOrder(string name, MeasurementMode mode, params IReadOnlyList<string> dimensions) =>
        new(name, mode, dimensions, ConstructKind.SecondOrder);

    /// <summary>The interaction of two constructs: the product of their standardised scores.</summary>
    /// <param name="name">Name.</param>
    /// <param name="predictor">Construct whose effect is moderated.</param>
    /// <param name="moderator">Construct that moderates it.</param>
    public static Construct Interaction(string name, string predictor, string moderator) =>
        new(name, MeasurementMode.UnitWeights, [predictor, moderator], ConstructKind.Interaction);
}
