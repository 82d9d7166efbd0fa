namespace Analytics.Core.Reports;

/// <summary>Class of a Pareto item: A up to 80 % of the cumulative share, B up to 90 %, C the rest (bounds are settings).</summary>
public enum ParetoClass
{
    /// <summary>The vital few.</summary>
    A,

    /// <summary>The next.</summary>
    B,

    /// <summary>The trivial many.</summary>
    C,
}
