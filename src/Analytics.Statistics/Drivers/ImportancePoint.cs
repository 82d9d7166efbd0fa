using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Drivers;

/// <summary>An item or construct to place.</summary>
/// <param name="Name">Name.</param>
/// <param name="Importance">Derived importance, in any unit all points share.</param>
/// <param name="Performance">Score, 0–100.</param>
/// <param name="ImportanceInterval">Interval of the importance, or null.</param>
/// <param name="PerformanceInterval">Interval of the score, or null.</param>
public sealed record ImportancePoint(
    string Name,
    double Importance,
    double Performance,
    ConfidenceInterval? ImportanceInterval = null,
    ConfidenceInterval? PerformanceInterval = null);
