namespace Analytics.Core.Reports;

/// <summary>One cell of a heat map.</summary>
/// <param name="Complaints">Complaints.</param>
/// <param name="Subscribers">Average subscribers.</param>
/// <param name="Value">Rate per 10,000 with exact interval, or share of complaints.</param>
/// <param name="AdjustedResidual">Against independence of complaints and base over the map's cells.</param>
public sealed record HeatMapCell(Figure Complaints, Figure Subscribers, Figure Value, Figure AdjustedResidual);
