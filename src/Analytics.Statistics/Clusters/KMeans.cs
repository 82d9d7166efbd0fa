using Analytics.Statistics.Sampling;

namespace Analytics.Statistics.Clusters;

/// <summary>
/// Groups points around k centres: Lloyd (1982), IEEE Transactions on Information Theory 28, 129–137, started by k-means++ (Arthur and
/// Vassilvitskii 2007, SODA, 1027–1035) and polished by moving single points while that helps (Hartigan and Wong 1979, Applied
/// Statistics 28, 100–108); best of several starts. The same seed gives the same clusters everywhere.
/// </summary>
public static class KMeans
{
    // Lloyd's iteration ends by itself, mostly within 30 rounds; the bound is for points that swap between equal distances by rounding.
    private const int MaximumIterations = 300;

    /// <summary>Clusters weighted points.</summary>
    /// <param name="points">Points of equal dimension, finite.</param>
    /// <param name="clusters">Number of clusters, 1 or more and at most the number of distinct points.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="weights">How many cases a point stands for, above 0; null where each stands for one.</param>
    /// <param name="standardise">Whether each coordinate is first divided by its standard deviation, so that no unit dominates.</param>
    /// <param name="starts">Independent starts, of which the one with the least inertia wins.</param>
    /// <exception cref="ArgumentException">
    /// No points, differing dimensions, a number that is not finite, a weight of 0 or less, or too few distinct points.
    /// </exception>
    public static KMeansResult Fit(
        IReadOnlyList<double[]> points, int clusters, int seed, IReadOnlyList<double>? weights = null, bool standardise = true, int starts = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        var space = ClusterSpace.Of(points, weights, standardise);
        if (space.DistinctPoints(clusters) < clusters)
        {
            throw new ArgumentException($"{clusters} clusters need at least as many distinct points.", nameof(clusters));
        }

        var attempts = new Attempt[starts];
        Parallel.For(0, starts, start => attempts[start] = Lloyd(space, PlusPlus(space, clusters, new RandomStream(seed, start))));

        // Starts that differ by rounding alone must not depend on it: the first of them wins.
        var best = attempts.Aggregate((known, attempt) => attempt.Inertia < known.Inertia * (1 - 1e-12) ? attempt : known);
        return Numbered(space, best);
    }

    private static double[] PlusPlus(ClusterSpace space, int clusters, RandomStream random)
    {
        var d = space.Dimension;
        var centres = new double[clusters * d];
        var chance = space.Weights.ToArray();
        var nearest = new double[space.Count];
        Array.Fill(nearest, double.PositiveInfinity);
        for (var c = 0; c < clusters; c++)
        {
            var chosen = Choose(chance, ref random);
            space.Point(chosen).CopyTo(centres.AsSpan(c * d, d));
            for (var i = 0; i < nearest.Length; i++)
            {
                nearest[i] = Math.Min(nearest[i], space.SquaredDistance(i, centres.AsSpan(c * d, d)));
                chance[i] = space.Weights[i] * nearest[i];
            }
        }

        return centres;
    }

    private static int Choose(double[] chance, ref RandomStream random)
    {
        var left = random.NextUniform() * chance.Sum();
        var last = 0;
        for (var i = 0; i < chance.Length; i++)
        {
            if (chance[i] <= 0)
            {
                continue;
            }

            last = i;
            left -= chance[i];
            if (left < 0)
            {
                break;
            }
        }

        return last;
    }

    private static Attempt Lloyd(ClusterSpace space, double[] centres)
    {
        var assignment = new int[space.Count];
        Array.Fill(assignment, -1);
        var iterations = 0;
        while (iterations < MaximumIterations)
        {
            iterations++;
            var (moved, farthest) = Assign(space, centres, assignment);
            if (!moved)
            {
                break;
            }

            MoveCentres(space, centres, assignment, farthest);
        }

        // Lloyd stops where no single point is nearer to another centre; moving one with the centres that follow it may still gain.
        PointExchange.Polish(space, centres, assignment);
        var inertia = 0.0;
        for (var i = 0; i < assignment.Length; i++)
        {
            inertia += space.Weights[i] * space.SquaredDistance(i, centres.AsSpan(assignment[i] * space.Dimension, space.Dimension));
        }

        return new Attempt(centres, assignment, inertia, iterations);
    }

    private static (bool Moved, int Farthest) Assign(ClusterSpace space, double[] centres, int[] assignment)
    {
        var moved = false;
        var (farthest, farthestDistance) = (0, -1.0);
        for (var i = 0; i < assignment.Length; i++)
        {
            var (nearest, distance) = (0, double.PositiveInfinity);
            for (var c = 0; c < centres.Length / space.Dimension; c++)
            {
                var candidate = space.SquaredDistance(i, centres.AsSpan(c * space.Dimension, space.Dimension));
                (nearest, distance) = candidate < distance ? (c, candidate) : (nearest, distance);
            }

            moved |= assignment[i] != nearest;
            assignment[i] = nearest;
            (farthest, farthestDistance) = distance > farthestDistance ? (i, distance) : (farthest, farthestDistance);
        }

        return (moved, farthest);
    }

    private static void MoveCentres(ClusterSpace space, double[] centres, int[] assignment, int farthest)
    {
        var d = space.Dimension;
        var weight = new double[centres.Length / d];
        Array.Clear(centres);
        for (var i = 0; i < assignment.Length; i++)
        {
            weight[assignment[i]] += space.Weights[i];
            var point = space.Point(i);
            for (var k = 0; k < d; k++)
            {
                centres[(assignment[i] * d) + k] += space.Weights[i] * point[k];
            }
        }

        for (var c = 0; c < weight.Length; c++)
        {
            for (var k = 0; k < d; k++)
            {
                // A cluster that lost all its points restarts at the point that fits worst.
                centres[(c * d) + k] = weight[c] > 0 ? centres[(c * d) + k] / weight[c] : space.Point(farthest)[k];
            }
        }
    }

    private static KMeansResult Numbered(ClusterSpace space, Attempt best)
    {
        var clusters = best.Centres.Length / space.Dimension;
        var weights = new double[clusters];
        for (var i = 0; i < best.Assignment.Length; i++)
        {
            weights[best.Assignment[i]] += space.Weights[i];
        }

        var centres = Enumerable.Range(0, clusters).Select(c => space.Original(best.Centres.AsSpan(c * space.Dimension, space.Dimension))).ToArray();
        var order = Enumerable.Range(0, clusters).OrderByDescending(c => weights[c]).ThenBy(c => centres[c][0]).ToArray();
        var number = new int[clusters];
        for (var rank = 0; rank < clusters; rank++)
        {
            number[order[rank]] = rank;
        }

        return new KMeansResult(
            Array.ConvertAll(best.Assignment, c => number[c]),
            Array.ConvertAll(order, c => (IReadOnlyList<double>)centres[c]),
            Array.ConvertAll(order, c => weights[c]),
            best.Inertia,
            best.Iterations);
    }

    private sealed record Attempt(double[] Centres, int[] Assignment, double Inertia, int Iterations);
}
