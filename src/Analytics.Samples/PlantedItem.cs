namespace Analytics.Samples;

/// <summary>A survey item of the planted model, answered 1 to 10.</summary>
/// <param name="Construct">Construct it measures.</param>
/// <param name="Item">The question's short name.</param>
/// <param name="Loading">Correlation of the answer, before rounding, with its construct.</param>
/// <param name="Mean">Mean answer of the own operator's customers, before rounding.</param>
public sealed record PlantedItem(string Construct, string Item, double Loading, double Mean);
