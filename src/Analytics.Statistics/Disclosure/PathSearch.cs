namespace Analytics.Statistics.Disclosure;

/// <summary>Finds paths through the network of a table: over hidden cells alone, or over the cells that cost least to hide.</summary>
internal sealed class PathSearch(int rows, int columns)
{
    // Next to free, and still the shorter of two ways over hidden cells wins.
    private const double HiddenStep = 1e-6;
    // Above any count: 1 + log₂ of a billion is 31.
    private const double ZeroCost = 40;
    // One cell that is wide enough, even one a million times as large, before two that are not.
    private const double NarrowCost = 20;

    private readonly int _nodes = rows + columns + 2;
    private readonly int[] _before = new int[rows + columns + 2];
    private readonly double[] _cost = new double[rows + columns + 2];
    private readonly bool[] _done = new bool[rows + columns + 2];
    private readonly int[] _queue = new int[rows + columns + 2];

    /// <summary>The node before on the path found last.</summary>
    public int Before(int node) => _before[node];

    /// <summary>The arc between two nodes, and whether going that way lowers its count. Totals count negatively.</summary>
    public (int Arc, bool Lowers) Step(int from, int to)
    {
        var towardsColumn = from <= rows;
        var (row, column) = towardsColumn ? (from, to - rows - 1) : (to, from - rows - 1);
        var isTotal = row == rows || column == columns;
        return ((row * (columns + 1)) + column, towardsColumn == isTotal);
    }

    /// <summary>Looks for a path; <see cref="Before"/> then tells it.</summary>
    /// <param name="from">First node.</param>
    /// <param name="to">Last node.</param>
    /// <param name="wanted">Units it should carry.</param>
    /// <param name="count">Current count per arc.</param>
    /// <param name="state">State per arc.</param>
    /// <param name="mayHide">Whether shown cells can be used, which means to hide them.</param>
    public bool Find(int from, int to, long wanted, long[] count, ArcState[] state, bool mayHide) =>
        mayHide ? Cheapest(from, to, wanted, count, state) : Shortest(from, to, count, state);

    private bool Shortest(int from, int to, long[] count, ArcState[] state)
    {
        Array.Fill(_before, -1);
        _before[from] = from;
        _queue[0] = from;
        for (var (next, end) = (0, 1); next < end; next++)
        {
            var node = _queue[next];
            var (first, last) = Neighbours(node);
            for (var other = first; other < last; other++)
            {
                if (_before[other] >= 0)
                {
                    continue;
                }

                var (arc, lowers) = Step(node, other);
                if (state[arc] != ArcState.Hidden || (lowers && count[arc] == 0))
                {
                    continue;
                }

                _before[other] = node;
                if (other == to)
                {
                    return true;
                }

                _queue[end++] = other;
            }
        }

        return false;
    }

    // Dijkstra on a dense graph
    private bool Cheapest(int from, int to, long wanted, long[] count, ArcState[] state)
    {
        Array.Fill(_cost, double.PositiveInfinity);
        Array.Clear(_done);
        _cost[from] = 0;
        while (true)
        {
            var node = -1;
            for (var n = 0; n < _nodes; n++)
            {
                node = !_done[n] && _cost[n] < (node < 0 ? double.PositiveInfinity : _cost[node]) ? n : node;
            }

            if (node < 0 || node == to)
            {
                return node == to;
            }

            _done[node] = true;
            Relax(node, wanted, count, state);
        }
    }

    private void Relax(int node, long wanted, long[] count, ArcState[] state)
    {
        var (first, last) = Neighbours(node);
        for (var other = first; other < last; other++)
        {
            var (arc, lowers) = Step(node, other);
            if (_done[other] || state[arc] == ArcState.Fixed || (lowers && count[arc] == 0))
            {
                continue;
            }

            var cost = _cost[node] + (state[arc] == ArcState.Hidden ? HiddenStep : Cost(count[arc], lowers && count[arc] < wanted));
            if (cost < _cost[other])
            {
                (_cost[other], _before[other]) = (cost, node);
            }
        }
    }

    // Small counts are the least loss; a zero is a fact a reader may know anyway; a cell that carries too little means hiding another one.
    private static double Cost(long count, bool tooNarrow) => count == 0 ? ZeroCost : 1 + Math.Log2(count) + (tooNarrow ? NarrowCost : 0);

    private (int First, int Last) Neighbours(int node) => node <= rows ? (rows + 1, _nodes) : (0, rows + 1);
}
