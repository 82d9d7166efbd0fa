namespace Analytics.Core.Reports.Satisfaction;

/// <summary>A row of the brand table.</summary>
/// <param name="Kind">What the row stands for.</param>
/// <param name="Name">Brand or operator, a data label; empty for all competitors.</param>
/// <param name="Respondents">Valid questionnaires.</param>
/// <param name="Scores">Scores 0–100 with intervals, one per column.</param>
public sealed record BrandRow(BrandRowKind Kind, string Name, long Respondents, IReadOnlyList<Figure> Scores);
