namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Where importance comes from.</summary>
public enum ImportanceBasis
{
    /// <summary>Unstandardised total effects of the path model: points of the index per point.</summary>
    Model,

    /// <summary>Shares of explained variance (LMG), because there is no model or the gate holds it back.</summary>
    Drivers,
}
