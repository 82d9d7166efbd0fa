namespace Analytics.Statistics.Drivers;

/// <summary>Quadrant of an importance-performance chart.</summary>
public enum Quadrant
{
    /// <summary>Important and weak: 重点改善, improve first.</summary>
    ImproveFirst,

    /// <summary>Important and strong: 优势保持, keep up.</summary>
    KeepUp,

    /// <summary>Less important and weak: 其次改善, improve next.</summary>
    ImproveNext,

    /// <summary>Less important and strong: 维持, maintain.</summary>
    Maintain,
}

/// <summary>A point with its place and priority.</summary>
/// <param name="Point">The point.</param>
/// <param name="Quadrant">Where it lies; a point on a cut counts as important, and as strong.</param>
/// <param name="IsBoundary">Whether an interval crosses a cut (边界): it may lie in the next quadrant.</param>
/// <param name="Priority">Importance × (100 − performance), 0 where importance is negative.</param>
/// <param name="Rank">Rank by priority from 1; ties share the better one.</param>
public sealed record PlacedPoint(ImportancePoint Point, Quadrant Quadrant, bool IsBoundary, double Priority, int Rank);
