namespace Analytics.Core.Reports.Satisfaction;

/// <summary>A path between two constructs.</summary>
/// <param name="From">Construct that explains.</param>
/// <param name="To">Construct that is explained.</param>
/// <param name="Coefficient">Standardised coefficient β, bootstrap interval.</param>
/// <param name="StandardError">Standard deviation of the resamples.</param>
/// <param name="T">Coefficient ÷ standard error; null where the error is 0.</param>
/// <param name="PValue">Two-sided bootstrap p, 0–1.</param>
/// <param name="FSquare">Effect size; null where there is no published answer.</param>
/// <param name="Vif">Variance inflation among the predecessors.</param>
/// <param name="IsSignificant">Whether the interval leaves 0 out.</param>
public sealed record ModelPath(
    string From, string To, Figure Coefficient, double StandardError, double? T, double PValue, double? FSquare, double Vif, bool IsSignificant);
