namespace Analytics.Study.Claims;

/// <summary>
/// Where on the cover a sentence stands, in reading order: result, signal, where, what, how handled, how satisfied, what to do. One sentence a place.
/// </summary>
internal enum HeadlinePlace
{
    /// <summary>The rate of complaints.</summary>
    Result,

    /// <summary>The worst news among the other measures, else the best.</summary>
    Signal,

    /// <summary>That no measure is beyond its limits.</summary>
    AllWithin,

    /// <summary>The segment or group that stands out.</summary>
    Where,

    /// <summary>The cause that grew most.</summary>
    Growth,

    /// <summary>The largest causes.</summary>
    LargestCauses,

    /// <summary>First replies.</summary>
    Replies,

    /// <summary>Satisfaction: index or score.</summary>
    Satisfaction,

    /// <summary>What to improve first, or why that is not said.</summary>
    Improvement,
}
