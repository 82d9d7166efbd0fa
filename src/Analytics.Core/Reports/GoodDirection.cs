namespace Analytics.Core.Reports;

/// <summary>Which way a measure improves. Colour follows this, never the sign alone.</summary>
public enum GoodDirection
{
    /// <summary>Lower is better: complaints, rates, hours.</summary>
    Lower,

    /// <summary>Higher is better: timeliness, satisfaction.</summary>
    Higher,
}
