using Analytics.Statistics.Descriptive;
using Analytics.Statistics.Intervals;

namespace Analytics.Statistics.Drivers;

/// <summary>Importance-performance analysis (Martilla and James 1977, Journal of Marketing 41, 77–79; GB/T 19038-2009, annex D).</summary>
/// <param name="ImportanceCut">Cut on the axis of importance.</param>
/// <param name="PerformanceCut">Cut on the axis of performance.</param>
/// <param name="Points">Placed points, in the order given.</param>
public sealed record ImportancePerformance(double ImportanceCut, double PerformanceCut, IReadOnlyList<PlacedPoint> Points)
{
    /// <summary>Places points.</summary>
    /// <param name="points">Points; none gives an empty chart with cuts at 0.</param>
    /// <param name="cut">Where to cut.</param>
    public static ImportancePerformance Of(IReadOnlyList<ImportancePoint> points, ImportanceCut cut)
    {
        var (importance, performance) = cut.Kind switch
        {
            _ when points.Count == 0 => (0, 0),
            CutKind.Means => (points.Average(p => p.Importance), points.Average(p => p.Performance)),
            CutKind.Medians => (Median(points.Select(p => p.Importance)), Median(points.Select(p => p.Performance))),
            _ => (cut.Importance, cut.Performance),
        };
        var priorities = points.Select(Priority).ToList();
        return new ImportancePerformance(
            importance,
            performance,
            [.. points.Select((p, i) => new PlacedPoint(
                p,
                Place(p, importance, performance),
                Crosses(p.ImportanceInterval, importance) || Crosses(p.PerformanceInterval, performance),
                priorities[i],
                1 + priorities.Count(other => other > priorities[i])))]);
    }

    private static double Median(IEnumerable<double> values) => QuantileType7.Of([.. values.Order()], 0.5);

    private static double Priority(ImportancePoint point) => Math.Max(0, point.Importance) * (100 - point.Performance);

    private static Quadrant Place(ImportancePoint point, double importance, double performance) =>
        (point.Importance >= importance, point.Performance >= performance) switch
    {
        (true, false) => Quadrant.ImproveFirst,
        (true, true) => Quadrant.KeepUp,
        (false, false) => Quadrant.ImproveNext,
        _ => Quadrant.Maintain,
    };

    private static bool Crosses(ConfidenceInterval? interval, double cut) => interval is { } i && i.Lower < cut && cut < i.Upper;
}
