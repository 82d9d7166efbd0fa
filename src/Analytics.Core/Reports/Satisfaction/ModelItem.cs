namespace Analytics.Core.Reports.Satisfaction;

/// <summary>An item of a construct.</summary>
/// <param name="Construct">Construct it measures.</param>
/// <param name="Item">Item, a data label.</param>
/// <param name="Score">Weighted score 0–100.</param>
/// <param name="Weight">Weight in the score of the construct (variance 1), bootstrap interval.</param>
/// <param name="Loading">Correlation with the construct, bootstrap interval.</param>
/// <param name="Vif">Variance inflation among the items of the construct; null where they are collinear.</param>
public sealed record ModelItem(string Construct, string Item, Figure Score, Figure Weight, Figure Loading, double? Vif);
