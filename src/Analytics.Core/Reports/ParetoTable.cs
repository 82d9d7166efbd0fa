namespace Analytics.Core.Reports;

/// <summary>A Pareto (排列图) of one level by one measure.</summary>
/// <param name="Level"><c>category</c>, <c>cause</c>, or <c>cause-in-category</c> (then <paramref name="Within"/> names the category).</param>
/// <param name="Within">Category the causes belong to, or null.</param>
/// <param name="Measure">What is ranked by.</param>
/// <param name="Total">Sum over all items, other included.</param>
/// <param name="Items">Items, largest first; ties by label and sharing the rank; "other" last.</param>
public sealed record ParetoTable(string Level, string? Within, ParetoMeasure Measure, double Total, IReadOnlyList<ParetoItem> Items);
