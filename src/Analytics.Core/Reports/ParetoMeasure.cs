namespace Analytics.Core.Reports;

/// <summary>What a Pareto ranks by.</summary>
public enum ParetoMeasure
{
    /// <summary>Number of complaints.</summary>
    Count,

    /// <summary>Refunds paid.</summary>
    Refund,

    /// <summary>Total handling hours of closed cases.</summary>
    HandlingHours,

    /// <summary>Escalated complaints.</summary>
    Escalations,

    /// <summary>Increase in complaints against the period before; only causes that grew are listed.</summary>
    Increase,
}
