namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Quadrants of importance against performance (GB/T 19038-2009, annex D).</summary>
public enum ImprovementQuadrant
{
    /// <summary>重点改善: important and weak.</summary>
    ImproveFirst,

    /// <summary>优势保持: important and strong.</summary>
    KeepUp,

    /// <summary>其次改善: less important and weak.</summary>
    ImproveNext,

    /// <summary>维持: less important and strong.</summary>
    Maintain,
}
