namespace Analytics.Core.Canonical;

/// <summary>Lowest and highest possible score of a survey item; theoretical, not observed.</summary>
/// <param name="Minimum">Lowest possible score.</param>
/// <param name="Maximum">Highest possible score, above the lowest.</param>
public readonly record struct ItemScale(double Minimum, double Maximum);
