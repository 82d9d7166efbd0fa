namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Lead of the own total.</summary>
/// <param name="Against">Competitor, a data label; empty for all competitors.</param>
/// <param name="Leads">Own − other in points, with interval; one per column.</param>
/// <param name="Verdicts">What may be said of each.</param>
public sealed record LeadRow(string Against, IReadOnlyList<Figure> Leads, IReadOnlyList<LeadVerdict> Verdicts);
