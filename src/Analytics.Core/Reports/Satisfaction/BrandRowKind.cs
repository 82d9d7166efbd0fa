namespace Analytics.Core.Reports.Satisfaction;

/// <summary>What a row of the brand table stands for.</summary>
public enum BrandRowKind
{
    /// <summary>A brand of the own operator.</summary>
    Brand,

    /// <summary>The own operator, weighted.</summary>
    Own,

    /// <summary>The own operator as averaging the answers would give it, to show what weighting does.</summary>
    OwnUnweighted,

    /// <summary>A competitor.</summary>
    Competitor,

    /// <summary>All competitors together.</summary>
    AllCompetitors,
}
