namespace Analytics.Statistics.Clusters;

/// <summary>The points of a clustering, row by row, in the units distances are taken in.</summary>
internal sealed class ClusterSpace
{
    private readonly double[] _values;
    private readonly double[] _units;

    private ClusterSpace(double[] values, double[] units, double[] weights)
    {
        _values = values;
        _units = units;
        Weights = weights;
    }

    public double[] Weights { get; }

    public int Dimension => _units.Length;

    public int Count => Weights.Length;

    public static ClusterSpace Of(IReadOnlyList<double[]> points, IReadOnlyList<double>? weights, bool standardise)
    {
        if (points.Count == 0 || points[0].Length == 0 || (weights is not null && weights.Count != points.Count))
        {
            throw new ArgumentException($"{points.Count} points with {weights?.Count ?? points.Count} weights cannot be clustered.", nameof(points));
        }

        var weight = weights?.ToArray() ?? Enumerable.Repeat(1.0, points.Count).ToArray();
        var dimension = points[0].Length;
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Length != dimension || !Array.TrueForAll(points[i], double.IsFinite) || !(weight[i] > 0))
            {
                throw new ArgumentException($"Point {i} must have {dimension} finite coordinates and a weight above 0.", nameof(points));
            }
        }

        // Divided here once, so that distances are plain sums of squares in the inner loops.
        var units = Enumerable.Range(0, dimension).Select(k => standardise ? Deviation(points, weight, k) : 1).ToArray();
        return new ClusterSpace(points.SelectMany(point => point.Select((value, k) => value / units[k])).ToArray(), units, weight);
    }

    public ReadOnlySpan<double> Point(int index) => _values.AsSpan(index * Dimension, Dimension);

    public double SquaredDistance(int index, ReadOnlySpan<double> centre)
    {
        var point = Point(index);
        var sum = 0.0;
        for (var k = 0; k < point.Length; k++)
        {
            sum += (point[k] - centre[k]) * (point[k] - centre[k]);
        }

        return sum;
    }

    /// <summary>A place in the units of the input.</summary>
    public double[] Original(ReadOnlySpan<double> place)
    {
        var original = place.ToArray();
        for (var k = 0; k < original.Length; k++)
        {
            original[k] *= _units[k];
        }

        return original;
    }

    /// <summary>Number of distinct points, counted no further than <paramref name="enough"/>.</summary>
    public int DistinctPoints(int enough)
    {
        var distinct = new List<int>();
        for (var i = 0; i < Count && distinct.Count < enough; i++)
        {
            var point = i;
            if (distinct.TrueForAll(other => SquaredDistance(point, Point(other)) > 0))
            {
                distinct.Add(i);
            }
        }

        return distinct.Count;
    }

    // A coordinate that never varies keeps its unit: it separates nothing either way.
    private static double Deviation(IReadOnlyList<double[]> points, double[] weights, int k)
    {
        var total = weights.Sum();
        var mean = points.Select((point, i) => weights[i] * point[k]).Sum() / total;
        var variance = points.Select((point, i) => weights[i] * (point[k] - mean) * (point[k] - mean)).Sum() / total;
        return variance > 0 ? Math.Sqrt(variance) : 1;
    }
}
