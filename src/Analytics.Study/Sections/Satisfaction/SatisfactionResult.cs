using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>The satisfaction section and what could not be computed of it.</summary>
/// <param name="Section">The section; null where the responses do not carry one.</param>
/// <param name="NotComputed">Absent parts with their reasons.</param>
/// <param name="Labels">Names of the model's constructs: language → construct → name.</param>
public sealed record SatisfactionResult(
    SatisfactionSection? Section,
    IReadOnlyList<NotComputed> NotComputed,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels);
