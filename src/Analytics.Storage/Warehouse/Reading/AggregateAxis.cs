using Analytics.Core.CrossTabs;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>A column the groups of an aggregate differ in.</summary>
/// <param name="Name">Name it has in the blocks given back.</param>
/// <param name="Column">Canonical or derived column.</param>
/// <param name="Bands">Bands of a numeric column: rows of a band are one group, with a value that lies in it; null for labels or distinct values.</param>
public sealed record AggregateAxis(string Name, string Column, BandSet? Bands);
