namespace Analytics.Statistics.Weights;

/// <summary>Raked weights.</summary>
/// <param name="Weights">The weights and what they cost.</param>
/// <param name="Converged">Whether every margin is met within the tolerance; false where trimming or contradictory margins forbid it.</param>
/// <param name="Rounds">Rounds used.</param>
/// <param name="LargestDeviation">Largest absolute difference between a weighted and a population share that is left.</param>
/// <param name="Trimmed">Respondents whose weight stands at a bound.</param>
public sealed record RakingResult(SurveyWeights Weights, bool Converged, int Rounds, double LargestDeviation, int Trimmed);
