namespace Analytics.Core.Periods;

/// <summary>Length of a report period.</summary>
public enum PeriodKind
{
    /// <summary>Seven days, named by ISO 8601 week number.</summary>
    Week,

    /// <summary>Calendar month.</summary>
    Month,

    /// <summary>Calendar quarter.</summary>
    Quarter,
}
