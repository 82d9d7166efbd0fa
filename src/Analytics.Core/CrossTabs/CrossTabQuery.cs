namespace Analytics.Core.CrossTabs;

/// <summary>
/// One question to the data: counts (and a sum) of a fact by some axes over a window of days in the report's time zone. Every figure
/// of a study comes from such questions, so a warehouse can answer them in memory or as GROUP BY and only aggregates travel.
/// </summary>
/// <param name="Table">What is counted.</param>
/// <param name="From">First day.</param>
/// <param name="To">The day after the last. For <see cref="FactTable.Subscribers"/> the source picks the snapshots that answer for [From, To).</param>
/// <param name="Where">Filters, all of which must hold. A filter on a column the table lacks leaves no row.</param>
/// <param name="By">Axes, at most four; none gives the grand total.</param>
/// <param name="Sum">Measure to be summed as well (weighted by count), or null.</param>
public sealed record CrossTabQuery(
    FactTable Table, DateOnly From, DateOnly To, IReadOnlyList<Filter> Where, IReadOnlyList<CrossTabAxis> By, string? Sum = null);
