namespace Analytics.Samples.Chance;

/// <summary>Draws an index with probability proportional to its weight, in constant time (alias method; Walker 1977, Vose 1991).</summary>
internal sealed class Weighted
{
    private readonly double[] _threshold;
    private readonly int[] _alias;

    public Weighted(IReadOnlyList<double> weights)
    {
        Total = weights.Sum();
        _threshold = new double[weights.Count];
        _alias = new int[weights.Count];
        Stack<int> small = new(), large = new();
        for (var i = 0; i < weights.Count; i++)
        {
            _threshold[i] = weights[i] * weights.Count / Total;
            _alias[i] = i;
            (_threshold[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var under = small.Pop();
            var over = large.Pop();
            _alias[under] = over;
            _threshold[over] -= 1 - _threshold[under];
            (_threshold[over] < 1 ? small : large).Push(over);
        }

        foreach (var rest in small.Concat(large))
        {
            _threshold[rest] = 1;
        }
    }

    public double Total { get; }

    public int Draw(ref SampleRandom random)
    {
        var position = random.Uniform() * _threshold.Length;
        var cell = (int)position;
        return position - cell < _threshold[cell] ? cell : _alias[cell];
    }
}
