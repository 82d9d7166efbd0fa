namespace Analytics.Statistics.Intervals;

/// <summary>A two-sided interval at the level its maker was given, in the unit of the estimate.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound, never below <paramref name="Lower"/>.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper)
{
    /// <summary>Half of 1 − <paramref name="level"/>: the probability left in either tail.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    internal static double Tail(double level) => level is > 0 and < 1
        ? (1 - level) / 2
        : throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies strictly between 0 and 1.");
}
