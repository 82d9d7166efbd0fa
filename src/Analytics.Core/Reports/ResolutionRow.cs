namespace Analytics.Core.Reports;

/// <summary>How one cause was resolved and how the customer took it.</summary>
/// <param name="Cause">Cause; empty for unknown, null for the merged rest.</param>
/// <param name="Resolution">Resolution; empty for unknown, null for the merged rest.</param>
/// <param name="Complaints">Complaints.</param>
/// <param name="AcceptedShare">Accepted ÷ those where acceptance is known, Wilson interval.</param>
/// <param name="SatisfiedShare">Satisfied (score in the top two of the scale) ÷ rated, Wilson interval.</param>
/// <param name="MedianHandlingHours">Median hours of closed cases.</param>
public sealed record ResolutionRow(
    string? Cause, string? Resolution, Figure Complaints, Figure AcceptedShare, Figure SatisfiedShare, Figure MedianHandlingHours);
