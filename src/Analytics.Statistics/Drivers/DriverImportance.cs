using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Drivers;

/// <summary>How much a driver matters for a target, by several methods side by side.</summary>
/// <param name="Driver">Name.</param>
/// <param name="Correlation">Correlation with the target.</param>
/// <param name="Beta">Standardised regression coefficient.</param>
/// <param name="Lmg">Part of R² by LMG (Shapley).</param>
/// <param name="LmgInterval">Its bootstrap interval; null where it was not resampled.</param>
/// <param name="Johnson">Part of R² by Johnson's relative weights.</param>
/// <param name="JohnsonInterval">Its bootstrap interval; null where it was not resampled.</param>
/// <param name="PathEffect">Total effect in a path model, where one was given.</param>
/// <param name="Disagrees">Whether its ranks by the methods lie too far apart to speak of one order.</param>
public sealed record DriverImportance(
    string Driver, double Correlation, double Beta, double Lmg, ConfidenceInterval? LmgInterval, double Johnson, ConfidenceInterval? JohnsonInterval,
    double? PathEffect, bool Disagrees);
