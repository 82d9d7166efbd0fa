namespace Analytics.Statistics.Weights;

/// <summary>A margin respondents are raked to.</summary>
/// <param name="Name">Name of the variable, for messages.</param>
/// <param name="Categories">Category of each respondent; null where it is not known: such a respondent keeps its weight in this margin.</param>
/// <param name="Population">Subscribers, or shares, per category.</param>
public sealed record RakingMargin(string Name, IReadOnlyList<string?> Categories, IReadOnlyDictionary<string, double> Population);
