namespace Analytics.Pipeline.Deliver;

/// <summary>When a recipient gets a report.</summary>
public enum SendRule
{
    /// <summary>Every published version.</summary>
    Always,

    /// <summary>Only where a headline measure is beyond its control limits, on either side.</summary>
    Signal,

    /// <summary>Not now; the recipient stays configured.</summary>
    Never,
}
