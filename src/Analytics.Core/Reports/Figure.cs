using System.Text.Json.Serialization;

namespace Analytics.Core.Reports;

/// <summary>
/// A published number with its uncertainty: value, confidence interval and the n it rests on. Absent and suppressed figures carry
/// no number at all, so no renderer can show one by mistake.
/// </summary>
public sealed record Figure
{
    /// <summary>Whether there is a value to read.</summary>
    public FigureState State { get; init; }

    /// <summary>The value, in the unit its owner names; shares are 0–1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Value { get; init; }

    /// <summary>Lower confidence bound, where one is defined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Lower { get; init; }

    /// <summary>Upper confidence bound, where one is defined.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Upper { get; init; }

    /// <summary>The cases, subscribers or answers the value is computed over (the denominator).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? N { get; init; }

    /// <summary>Why the figure is absent: a stable key (<c>no-subscribers</c>) that renderers translate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>A figure that is hidden.</summary>
    public static Figure Suppressed { get; } = new() { State = FigureState.Suppressed };

    /// <summary>A figure with a value; NaN and infinities are refused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public static Figure Of(double value, double? n = null, double? lower = null, double? upper = null)
    {
        if (!double.IsFinite(value) || !double.IsFinite(lower ?? 0) || !double.IsFinite(upper ?? 0) || !double.IsFinite(n ?? 0))
        {
            throw new ArgumentOutOfRangeException(nameof(value), $"A figure must be finite, not {value} [{lower}, {upper}] over {n}.");
        }

        return new Figure { Value = value, N = n, Lower = lower, Upper = upper };
    }

    /// <summary>A figure that cannot be computed.</summary>
    /// <param name="reason">Stable key, kebab-case; see <see cref="AbsenceReasons"/>.</param>
    public static Figure Absent(string reason) => new() { State = FigureState.Absent, Reason = reason };
}
