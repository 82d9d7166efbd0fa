namespace Analytics.Core.CrossTabs;

/// <summary>
/// One axis of a cross-tab: a dimension as it is, or a numeric column cut into bands; without bands a numeric column gives one label per distinct value.
/// </summary>
/// <param name="Column">Canonical or derived column.</param>
/// <param name="Bands">Bands for a numeric column; null for a dimension or for distinct values.</param>
public sealed record CrossTabAxis(string Column, BandSet? Bands = null);
