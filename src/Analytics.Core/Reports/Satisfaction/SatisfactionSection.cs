namespace Analytics.Core.Reports.Satisfaction;

/// <summary>The survey half of a report: the index and its model, what to improve first, brands and competitors.</summary>
/// <param name="Responses">From questionnaires sent to those that count.</param>
/// <param name="Weighting">How answers are weighted.</param>
/// <param name="Model">
/// Index, paths and gate; null where no model could be estimated, for the reason in <see cref="DataQuality"/>'s list of what was not computed.
/// </param>
/// <param name="Improvement">What to improve first; null where nothing could be derived.</param>
/// <param name="Brands">Own brands beside the competitors; null where the survey names no brand and no second operator.</param>
/// <param name="Branches">Scores of branches (regions) with their shrunk neighbours, lowest shrunk score first; empty where there are fewer than three.</param>
public sealed record SatisfactionSection(
    ResponseCounts Responses,
    WeightingSummary Weighting,
    SatisfactionModel? Model,
    ImprovementSection? Improvement,
    BrandComparison? Brands,
    IReadOnlyList<BranchScore> Branches);
