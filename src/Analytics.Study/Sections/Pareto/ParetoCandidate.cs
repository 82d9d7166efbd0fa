using Analytics.Core.Reports;

namespace Analytics.Study.Sections.Pareto;

/// <summary>An item that may become a bar of a Pareto.</summary>
/// <param name="Label">Category or cause; empty for unknown.</param>
/// <param name="Value">Value in the measure's unit.</param>
/// <param name="IsHidden">Whether it may only appear merged.</param>
/// <param name="Change">Change against the period before.</param>
internal sealed record ParetoCandidate(string Label, double Value, bool IsHidden, Figure Change);
