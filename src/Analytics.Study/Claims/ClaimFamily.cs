namespace Analytics.Study.Claims;

/// <summary>Claims that are judged together. Which family a claim belongs to is fixed by the design of the report, never by what the data show.</summary>
internal enum ClaimFamily
{
    /// <summary>All headline measures against their own history.</summary>
    Kpis,

    /// <summary>All rows of all segmentations against the rest of the base.</summary>
    Segments,

    /// <summary>All cells of causes by another column against independence.</summary>
    Associations,

    /// <summary>All causes against the period before.</summary>
    GrowingCauses,

    /// <summary>What most complaints are about: a description, not a comparison.</summary>
    LargestCauses,

    /// <summary>Replies that were due: a description, not a comparison.</summary>
    Replies,

    /// <summary>Plain survey scores: a description, not a comparison.</summary>
    Scores,

    /// <summary>Leads over competitors.</summary>
    Leads,

    /// <summary>What to improve first.</summary>
    Improvement,
}
