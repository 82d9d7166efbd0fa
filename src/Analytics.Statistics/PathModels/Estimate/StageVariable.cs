namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>What a variable of a later stage is: an item, the score of a dimension, or a product of two scores.</summary>
/// <param name="Name">Item, dimension or interaction.</param>
/// <param name="Item">Number of the item, or −1.</param>
/// <param name="Dimension">Number of the construct in the stage of the dimensions, or −1.</param>
/// <param name="Product">Number of the interaction, or −1.</param>
internal readonly record struct StageVariable(string Name, int Item, int Dimension, int Product);
