namespace Analytics.Core.Settings;

/// <summary>Where the quadrants of importance and performance are cut.</summary>
public enum PriorityCut
{
    /// <summary>At the means of the points.</summary>
    Means,

    /// <summary>At their medians.</summary>
    Medians,

    /// <summary>At targets that are set.</summary>
    Targets,
}
