namespace Analytics.Pipeline.CrossTabs;

/// <summary>
/// Where cross-tabs are counted. The counts are the same; sums of numbers may differ in their last digits, since they are added in another order.
/// </summary>
public enum CrossTabChoice
{
    /// <summary>In memory where the warehouse is embedded or has at most five million rows, else pushed down.</summary>
    Auto,

    /// <summary>In memory, over columns streamed from the warehouse.</summary>
    Memory,

    /// <summary>By the warehouse, as GROUP BY: only aggregates travel.</summary>
    PushDown,
}
