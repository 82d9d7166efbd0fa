namespace Analytics.Core.Reports.Satisfaction;

/// <summary>What may be said of a lead.</summary>
public enum LeadVerdict
{
    /// <summary>The interval covers 0 (不显著).</summary>
    NotSignificant,

    /// <summary>The own operator leads.</summary>
    Leads,

    /// <summary>The own operator trails.</summary>
    Trails,

    /// <summary>One of the two scores is absent or hidden.</summary>
    Unknown,
}
