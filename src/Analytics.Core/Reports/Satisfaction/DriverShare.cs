namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Derived importance of an item by two methods, beside the model's.</summary>
/// <param name="Item">Item, a data label.</param>
/// <param name="Lmg">Share of R² by LMG (Shapley), 0–1, bootstrap interval.</param>
/// <param name="Johnson">Share of R² by Johnson's relative weights, 0–1, bootstrap interval.</param>
/// <param name="Model">Share by the model's total effects, 0–1; null without a model.</param>
/// <param name="Disagrees">Whether the methods rank it so differently that its rank should not be relied on.</param>
public sealed record DriverShare(string Item, Figure Lmg, Figure Johnson, double? Model, bool Disagrees);
