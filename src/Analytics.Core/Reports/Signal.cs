namespace Analytics.Core.Reports;

/// <summary>What the control chart says of the newest point.</summary>
public enum Signal
{
    /// <summary>● within the limits of the trailing window.</summary>
    Within,

    /// <summary>■ beyond the limits on the bad side.</summary>
    Worse,

    /// <summary>◆ beyond the limits on the good side.</summary>
    Better,

    /// <summary>○ no verdict: absent, suppressed, or fewer than eight periods of history.</summary>
    NoVerdict,
}
