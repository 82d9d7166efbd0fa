namespace Analytics.Core.Reports.Satisfaction;

/// <summary>What to improve first: importance against performance, by construct and by item, in all and by segment.</summary>
/// <param name="Target">Construct or item to improve.</param>
/// <param name="Basis">Where importance comes from.</param>
/// <param name="Cut">Where quadrants are cut: <c>means</c>, <c>medians</c> or <c>targets</c>.</param>
/// <param name="Constructs">Map of constructs; null where importance comes from items alone.</param>
/// <param name="Items">Map of items.</param>
/// <param name="Drivers">Derived shares of explained variance beside the model's, by item; empty where they cannot be derived.</param>
/// <param name="Segments">Maps of items within segments, by the report's segment bands; segments with too few answers are left out.</param>
public sealed record ImprovementSection(
    string Target,
    ImportanceBasis Basis,
    string Cut,
    ImprovementMap? Constructs,
    ImprovementMap Items,
    IReadOnlyList<DriverShare> Drivers,
    IReadOnlyList<SegmentPriorities> Segments);
