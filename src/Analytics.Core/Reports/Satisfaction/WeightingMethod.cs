namespace Analytics.Core.Reports.Satisfaction;

/// <summary>What survey weights come from.</summary>
public enum WeightingMethod
{
    /// <summary>Every answer counts the same.</summary>
    None,

    /// <summary>The survey brought its own weights.</summary>
    Column,

    /// <summary>Raked to the shares of the subscriber base.</summary>
    Raking,
}
