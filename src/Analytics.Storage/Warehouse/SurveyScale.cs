namespace Analytics.Storage.Warehouse;

/// <summary>Lowest and highest possible score of a survey item; theoretical, not observed.</summary>
/// <param name="Minimum">Lowest possible score.</param>
/// <param name="Maximum">Highest possible score.</param>
public readonly record struct SurveyScale(double Minimum, double Maximum);
