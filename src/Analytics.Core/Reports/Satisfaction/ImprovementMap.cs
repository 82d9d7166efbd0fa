namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Importance against performance.</summary>
/// <param name="ImportanceCut">Cut on the axis of importance.</param>
/// <param name="PerformanceCut">Cut on the axis of performance, 0–100.</param>
/// <param name="Points">Highest priority first.</param>
public sealed record ImprovementMap(double ImportanceCut, double PerformanceCut, IReadOnlyList<ImprovementPoint> Points);
