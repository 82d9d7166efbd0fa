using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>A model compared between two groups.</summary>
/// <param name="First">Respondents of the first group.</param>
/// <param name="Second">Respondents of the second.</param>
/// <param name="Permutations">Permutations with an estimate in both groups.</param>
/// <param name="Differences">Paths, total effects, R² and, where there are scales, indices.</param>
/// <param name="Invariance">Per construct; empty, with a warning, for models with second-order constructs or interactions.</param>
/// <param name="Warnings">What to know.</param>
public sealed record GroupComparison(
    int First, int Second, int Permutations, IReadOnlyList<GroupDifference> Differences, IReadOnlyList<ConstructInvariance> Invariance,
    IReadOnlyList<ModelWarning> Warnings);
