namespace Analytics.Study;

/// <summary>A part of the report, or why there is none.</summary>
/// <param name="Value">The part; null where there is none.</param>
/// <param name="Reason">One of <see cref="Core.Reports.AbsenceReasons"/>; null where there is a part.</param>
internal readonly record struct Found<T>(T? Value, string? Reason)
    where T : class
{
    /// <summary>There is none.</summary>
    public static Found<T> Missing(string reason) => new(null, reason);

    /// <summary>There it is.</summary>
    public static implicit operator Found<T>(T value) => new(value, null);
}
