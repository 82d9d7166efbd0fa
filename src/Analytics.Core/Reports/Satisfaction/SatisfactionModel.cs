namespace Analytics.Core.Reports.Satisfaction;

/// <summary>An estimated satisfaction model: the index 0–100 of every construct, the paths between them, and whether the measurement holds.</summary>
/// <param name="Name">Model name: ACSI, ECSI, the operator's own.</param>
/// <param name="Target">Construct that is the satisfaction index.</param>
/// <param name="FirstPeriod">Label of the first wave (period) pooled in the estimate.</param>
/// <param name="LastPeriod">Label of the last.</param>
/// <param name="Scheme">Inner weighting: <c>path</c>, <c>factorial</c> or <c>centroid</c>.</param>
/// <param name="Missing">How missing answers are treated: <c>mean</c>, <c>pairwise</c> or <c>listwise</c>.</param>
/// <param name="Resamples">Bootstrap resamples behind every interval.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="IsHeldBack">Whether the gate holds paths and effects back; they are empty then, the indices are not.</param>
/// <param name="Constructs">In model order, causes first.</param>
/// <param name="Items">By construct.</param>
/// <param name="Paths">Empty where held back.</param>
/// <param name="Effects">Total effects, direct and indirect; empty where held back.</param>
/// <param name="Pairs">Discriminant validity by pair of constructs.</param>
/// <param name="Fit">Of the whole model.</param>
/// <param name="Findings">Tests of the gate that were missed, blocking ones first; empty where all were passed.</param>
/// <param name="Notes">Warnings of the estimate.</param>
/// <param name="Trend">The target's index by period, oldest first, with intervals.</param>
public sealed record SatisfactionModel(
    string Name,
    string Target,
    string FirstPeriod,
    string LastPeriod,
    string Scheme,
    string Missing,
    int Resamples,
    long Seed,
    bool IsHeldBack,
    IReadOnlyList<ModelConstruct> Constructs,
    IReadOnlyList<ModelItem> Items,
    IReadOnlyList<ModelPath> Paths,
    IReadOnlyList<ModelEffect> Effects,
    IReadOnlyList<ModelPair> Pairs,
    ModelFit Fit,
    IReadOnlyList<ModelFinding> Findings,
    IReadOnlyList<ModelNote> Notes,
    IReadOnlyList<PeriodFigure> Trend);
