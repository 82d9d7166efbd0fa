namespace Analytics.Statistics.Drivers;

/// <summary>Where the quadrants of an importance-performance chart are cut.</summary>
public enum CutKind
{
    /// <summary>At the means of the items.</summary>
    Means,

    /// <summary>At their medians.</summary>
    Medians,

    /// <summary>At targets that are set.</summary>
    Targets,
}

/// <summary>Where the quadrants are cut.</summary>
/// <param name="Kind">How.</param>
/// <param name="Importance">Target of importance; used with <see cref="CutKind.Targets"/>.</param>
/// <param name="Performance">Target of performance, 0–100.</param>
public sealed record ImportanceCut(CutKind Kind = CutKind.Means, double Importance = 0, double Performance = 0);
