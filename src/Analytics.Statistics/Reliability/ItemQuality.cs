namespace Analytics.Statistics.Reliability;

/// <summary>How well an item measures its construct.</summary>
/// <param name="Construct">Construct.</param>
/// <param name="Item">Indicator.</param>
/// <param name="Loading">Loading.</param>
/// <param name="ItemTotal">Correlation of the standardised item with the sum of the others; null for a single one.</param>
/// <param name="AlphaWithout">α of the block without the item; null where fewer than two others are left.</param>
/// <param name="Vif">Variance inflation factor within the block; null where collinear.</param>
/// <param name="HighestOther">Construct it loads on most among the others; null where there is no other, or for dimensions.</param>
/// <param name="HighestOtherLoading">That loading.</param>
public sealed record ItemQuality(
    string Construct, string Item, double Loading, double? ItemTotal, double? AlphaWithout, double? Vif, string? HighestOther, double? HighestOtherLoading);
