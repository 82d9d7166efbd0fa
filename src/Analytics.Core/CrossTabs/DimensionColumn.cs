namespace Analytics.Core.CrossTabs;

/// <summary>One dimension of a window: a small integer key per row.</summary>
/// <param name="Name">Canonical column name.</param>
/// <param name="Keys">Key per row: 0 is missing, k is <c>Labels[k]</c>.</param>
/// <param name="Labels">Label per key; <c>Labels[0]</c> is the empty string and stands for missing.</param>
public sealed record DimensionColumn(string Name, ushort[] Keys, IReadOnlyList<string> Labels);
