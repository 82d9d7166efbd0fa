namespace Analytics.Jobs.Scheduling.Definitions;

/// <summary>What becomes of a time at which nobody was there.</summary>
public enum MisfireRule
{
    /// <summary>Made up for once, however many were missed.</summary>
    CatchUpOnce,

    /// <summary>Left out; the next time is waited for.</summary>
    Skip,
}
