namespace Analytics.Statistics.Clusters;

/// <summary>
/// Moves single points between clusters while the inertia falls: leaving a cluster of weight W for one of weight V changes it by
/// V·w/(V + w)·d² − W·w/(W − w)·D². Lloyd's iteration stops at partitions this still improves.
/// </summary>
internal static class PointExchange
{
    // Each move lowers the inertia, so passes end; the bound keeps a pass over very many points from lasting for gains nobody sees.
    private const int MaximumPasses = 100;

    public static void Polish(ClusterSpace space, double[] centres, int[] assignment)
    {
        var weights = new double[centres.Length / space.Dimension];
        for (var i = 0; i < assignment.Length; i++)
        {
            weights[assignment[i]] += space.Weights[i];
        }

        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            var moves = 0;
            for (var i = 0; i < assignment.Length; i++)
            {
                moves += MoveIfBetter(space, centres, weights, assignment, i) ? 1 : 0;
            }

            if (moves == 0)
            {
                return;
            }
        }
    }

    private static bool MoveIfBetter(ClusterSpace space, double[] centres, double[] weights, int[] assignment, int point)
    {
        var d = space.Dimension;
        var (from, weight) = (assignment[point], space.Weights[point]);
        var left = weights[from] - weight;
        if (left <= weight * 1e-9)
        {
            return false; // the last point of a cluster stays
        }

        var gain = weights[from] * weight / left * space.SquaredDistance(point, centres.AsSpan(from * d, d));
        // A gain within rounding would send a point to and fro for ever.
        var (target, least) = (from, gain * (1 - 1e-9));
        for (var c = 0; c < weights.Length; c++)
        {
            var cost = weights[c] * weight / (weights[c] + weight) * space.SquaredDistance(point, centres.AsSpan(c * d, d));
            (target, least) = c != from && cost < least ? (c, cost) : (target, least);
        }

        if (target == from)
        {
            return false;
        }

        Shift(centres.AsSpan(from * d, d), space.Point(point), -weight / left);
        weights[from] = left;
        weights[target] += weight;
        Shift(centres.AsSpan(target * d, d), space.Point(point), weight / weights[target]);
        assignment[point] = target;
        return true;
    }

    private static void Shift(Span<double> centre, ReadOnlySpan<double> point, double towards)
    {
        for (var k = 0; k < centre.Length; k++)
        {
            centre[k] += towards * (point[k] - centre[k]);
        }
    }
}
