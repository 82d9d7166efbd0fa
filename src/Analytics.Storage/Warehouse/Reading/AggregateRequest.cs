using Analytics.Core.CrossTabs;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Asks the warehouse for groups of a fact's rows instead of the rows.</summary>
/// <param name="Window">Fact, days and clocks; its columns are not looked at.</param>
/// <param name="Where">Filters on columns of labels that the fact has.</param>
/// <param name="Axes">What groups differ in.</param>
/// <param name="Sums">Name in the blocks → numeric column. A group is parted into rows where the column is known, with their mean, and rows where it is not.</param>
public sealed record AggregateRequest(WindowRequest Window, IReadOnlyList<Filter> Where, IReadOnlyList<AggregateAxis> Axes, IReadOnlyDictionary<string, string> Sums);
