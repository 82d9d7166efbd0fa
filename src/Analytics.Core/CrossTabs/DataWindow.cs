namespace Analytics.Core.CrossTabs;

/// <summary>
/// A window of one fact table held column by column: the study's input when it computes in memory. A window may be one block of a
/// longer stream; blocks of the same stream share their dimension labels.
/// </summary>
/// <param name="Rows">Number of rows; every array has this length.</param>
/// <param name="Dimensions">Dimension columns by name.</param>
/// <param name="Measures">Numeric columns by name; NaN is missing. Bands are cut from these.</param>
/// <param name="Counts">How many complaints, subscribers or answers a row stands for; null where every row stands for one.</param>
public sealed record DataWindow(
    int Rows, IReadOnlyDictionary<string, DimensionColumn> Dimensions, IReadOnlyDictionary<string, double[]> Measures, int[]? Counts = null);
