namespace Analytics.Core.Reports.Satisfaction;

/// <summary>What to improve first within a segment.</summary>
/// <param name="Column">Segment column: <c>arpu</c>, <c>age</c>…</param>
/// <param name="Band">Band or value, a data label.</param>
/// <param name="Respondents">Valid questionnaires.</param>
/// <param name="Target">Score of the target, 0–100, with interval.</param>
/// <param name="Items">Map of the items within the segment, importance from drivers.</param>
public sealed record SegmentPriorities(string Column, string Band, long Respondents, Figure Target, ImprovementMap Items);
