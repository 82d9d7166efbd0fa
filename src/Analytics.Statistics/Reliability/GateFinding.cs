namespace Analytics.Statistics.Reliability;

/// <summary>Which test of the gate was missed.</summary>
public enum GateFindingKind
{
    /// <summary>Loading too low.</summary>
    Loading,

    /// <summary>ρC (composites) or ρA (reflective constructs) too low.</summary>
    Reliability,

    /// <summary>Cronbach's α too low: a lower bound of reliability, so it only warns by default.</summary>
    Alpha,

    /// <summary>ρC too high: items repeat each other.</summary>
    Redundancy,

    /// <summary>Average variance extracted too low.</summary>
    VarianceExtracted,

    /// <summary>√AVE of a construct not above its correlation with another (Fornell–Larcker).</summary>
    FornellLarcker,

    /// <summary>Heterotrait-monotrait ratio, or its upper bound, too high.</summary>
    HeterotraitMonotrait,

    /// <summary>An item correlates more with another construct than with its own.</summary>
    CrossLoading,

    /// <summary>Collinear indicators of a mode B construct, or collinear predecessors.</summary>
    Collinearity,

    /// <summary>Item–total correlation too low.</summary>
    ItemTotal,

    /// <summary>Kaiser–Meyer–Olkin measure too low, or not to be had because items are collinear.</summary>
    Kmo,

    /// <summary>Bartlett's test does not reject that items are unrelated.</summary>
    Bartlett,

    /// <summary>SRMR too high.</summary>
    Srmr,
}

/// <summary>A test of the gate that was missed.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Subject">Item, construct, or pair as <c>A ~ B</c>; empty for the whole model.</param>
/// <param name="Value">Value found; null where it cannot be had.</param>
/// <param name="Threshold">Threshold missed.</param>
/// <param name="Blocks">Whether it holds the model page back.</param>
public sealed record GateFinding(GateFindingKind Kind, string Subject, double? Value, double Threshold, bool Blocks);
