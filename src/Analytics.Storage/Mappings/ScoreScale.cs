namespace Analytics.Storage.Mappings;

/// <summary>Lowest and highest score of a survey item, both allowed.</summary>
/// <param name="Minimum">Lowest score.</param>
/// <param name="Maximum">Highest score, above <paramref name="Minimum"/>.</param>
public sealed record ScoreScale(double Minimum, double Maximum);
