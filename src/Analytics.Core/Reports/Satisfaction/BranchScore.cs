namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Score of a branch, raw and shrunk.</summary>
/// <param name="Branch">Region, a data label.</param>
/// <param name="Raw">Score 0–100 of its own answers, with interval; N is the number of answers.</param>
/// <param name="Shrunk">Drawn to the mean of all branches as far as it is uncertain (empirical Bayes), with interval.</param>
/// <param name="OwnWeight">How much its own answers count in <paramref name="Shrunk"/>, 0–1.</param>
public sealed record BranchScore(string Branch, Figure Raw, Figure Shrunk, double OwnWeight);
