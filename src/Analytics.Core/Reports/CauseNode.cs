namespace Analytics.Core.Reports;

/// <summary>A category or cause of the tree, with its count and change; the fishbone draws the same nodes.</summary>
/// <param name="Label">Category or cause; empty for unknown, null for the merged rest.</param>
/// <param name="Complaints">Complaints of this period.</param>
/// <param name="Previous">Complaints of the period before.</param>
/// <param name="Change">Difference, with the interval of a difference of two Poisson counts.</param>
/// <param name="Share">Share of all complaints.</param>
/// <param name="Children">Causes of a category, largest first; empty for a cause.</param>
public sealed record CauseNode(string? Label, Figure Complaints, Figure Previous, Figure Change, Figure Share, IReadOnlyList<CauseNode> Children);
