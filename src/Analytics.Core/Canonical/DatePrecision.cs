namespace Analytics.Core.Canonical;

/// <summary>How exactly a source dates its rows. A report period may not be finer than the data it reads.</summary>
public enum DatePrecision
{
    /// <summary>A moment of the day is known.</summary>
    Instant,

    /// <summary>Only the day is known.</summary>
    Day,

    /// <summary>Only the month is known: a weekly report on such rows is refused.</summary>
    Month,
}
