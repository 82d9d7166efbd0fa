namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>
/// Places constructs in columns from causes to effects and leads every path between them clear of the boxes (after Sugiyama, Tagawa and Toda 1981):
/// columns by the longest way, long paths through a lane in every column they cross, order by barycentres, heights by least squares.
/// </summary>
internal sealed class PathLayout
{
    /// <summary>Height of a construct's box, px.</summary>
    public const double BoxHeight = 70;
    private const double LaneHeight = 30;
    private const double Gap = 18;
    private const int Sweeps = 24;
    private readonly List<Node> _nodes = [];
    private readonly List<List<int>> _columns = [];
    private readonly List<int[]> _chains = [];

    /// <param name="constructs">Number of constructs.</param>
    /// <param name="paths">Paths by position of their constructs.</param>
    public PathLayout(int constructs, IReadOnlyList<(int From, int To)> paths)
    {
        var column = Columns(constructs, paths);
        for (var i = 0; i < constructs; i++)
        {
            Add(column[i], BoxHeight);
        }

        foreach (var (from, to) in paths)
        {
            _chains.Add([from, .. Enumerable.Range(column[from] + 1, Math.Max(0, column[to] - column[from] - 1)).Select(c => Add(c, LaneHeight)), to]);
        }

        Order();
        Place();
    }

    /// <summary>Number of columns.</summary>
    public int ColumnCount => _columns.Count;

    /// <summary>Height of everything, px.</summary>
    public double Height => _nodes.Count == 0 ? 0 : _nodes.Max(n => n.Middle + (n.Height / 2));

    /// <summary>Column of a construct.</summary>
    public int ColumnOf(int construct) => _nodes[construct].Column;

    /// <summary>Middle of a construct's box, px from the top.</summary>
    public double MiddleOf(int construct) => _nodes[construct].Middle;

    /// <summary>A path's stops: column and height, from the box it leaves through lanes to the box it reaches; ends spread over the boxes' sides.</summary>
    public IReadOnlyList<(int Column, double Y)> Stops(int path)
    {
        var chain = _chains[path];
        double Height(int node, int i) => i == 0 ? Port(path, chain[0], 1, c => c[0] == chain[0])
            : i == chain.Length - 1 ? Port(path, chain[^1], -1, c => c[^1] == chain[^1])
            : _nodes[node].Middle;
        return [.. chain.Select((node, i) => (_nodes[node].Column, Height(node, i)))];
    }

    /// <summary>The longest way from a construct without cause; a circle ends it.</summary>
    private static int[] Columns(int constructs, IReadOnlyList<(int From, int To)> paths)
    {
        var column = new int[constructs];
        for (var round = 0; round < constructs; round++)
        {
            foreach (var (from, to) in paths)
            {
                column[to] = Math.Clamp(column[from] + 1, column[to], constructs - 1);
            }
        }

        return column;
    }

    private int Add(int column, double height)
    {
        while (_columns.Count <= column)
        {
            _columns.Add([]);
        }

        _nodes.Add(new Node(column, height));
        _columns[column].Add(_nodes.Count - 1);
        return _nodes.Count - 1;
    }

    /// <summary>Where a path meets a box: in the order of where the paths of that side go, evenly about the middle.</summary>
    private double Port(int path, int box, int side, Func<int[], bool> meets)
    {
        var there = Enumerable.Range(0, _chains.Count)
            .Where(p => meets(_chains[p]))
            .OrderBy(p => _nodes[side > 0 ? _chains[p][1] : _chains[p][^2]].Middle)
            .ThenBy(p => p)
            .ToList();
        var pitch = Math.Min(16, (BoxHeight - 16) / there.Count);
        return _nodes[box].Middle + ((there.IndexOf(path) - ((there.Count - 1) / 2.0)) * pitch);
    }

    private void Order()
    {
        var best = _columns.Select(c => c.ToArray()).ToArray();
        var fewest = Crossings();
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var forward = sweep % 2 == 0;
            foreach (var column in Enumerable.Range(0, _columns.Count).OrderBy(c => forward ? c : -c))
            {
                var position = Positions();
                double Barycentre(int node) => Neighbours(node, forward ? -1 : 1).Select(n => (double)position[n]).DefaultIfEmpty(position[node]).Average();
                _columns[column] = [.. _columns[column].OrderBy(Barycentre)];
            }

            if (Crossings() is var now && now < fewest)
            {
                (fewest, best) = (now, [.. _columns.Select(c => c.ToArray())]);
            }
        }

        for (var c = 0; c < best.Length; c++)
        {
            _columns[c] = [.. best[c]];
        }
    }

    private Dictionary<int, int> Positions() => _columns.SelectMany(c => c.Select((node, i) => (node, i))).ToDictionary(x => x.node, x => x.i);

    private IEnumerable<(int From, int To)> Links() => _chains.SelectMany(chain => chain.Zip(chain.Skip(1)));

    private IEnumerable<int> Neighbours(int node, int side)
        => side < 0 ? Links().Where(l => l.To == node).Select(l => l.From) : Links().Where(l => l.From == node).Select(l => l.To);

    private int Crossings()
    {
        var position = Positions();
        var links = Links().ToArray();
        return links.SelectMany((a, i) => links.Skip(i + 1).Where(b =>
            _nodes[a.From].Column == _nodes[b.From].Column && (position[a.From] - position[b.From]) * (position[a.To] - position[b.To]) < 0)).Count();
    }

    private void Place()
    {
        foreach (var column in _columns)
        {
            Settle(column, [.. column.Select(_ => 0.0)]);
        }

        for (var round = 0; round < Sweeps * 2; round++)
        {
            foreach (var column in Enumerable.Range(0, _columns.Count).OrderBy(c => round % 2 == 0 ? c : -c))
            {
                Settle(_columns[column], [.. _columns[column].Select(MiddleOfNeighbours)]);
            }
        }

        var top = _nodes.Count == 0 ? 0 : _nodes.Min(n => n.Middle - (n.Height / 2));
        _nodes.ForEach(n => n.Middle -= top);
    }

    private double MiddleOfNeighbours(int node)
        => Neighbours(node, -1).Concat(Neighbours(node, 1)).Select(n => _nodes[n].Middle).DefaultIfEmpty(_nodes[node].Middle).Average();

    /// <summary>
    /// Heights as near to those wanted as order and distances allow: isotonic regression on what is left after the distances (pool adjacent violators).
    /// </summary>
    private void Settle(List<int> column, double[] wanted)
    {
        var offsets = new double[column.Count];
        for (var i = 1; i < column.Count; i++)
        {
            offsets[i] = offsets[i - 1] + ((_nodes[column[i - 1]].Height + _nodes[column[i]].Height) / 2) + Gap;
        }

        var pools = new List<(double Sum, int Count)>();
        for (var i = 0; i < column.Count; i++)
        {
            pools.Add((wanted[i] - offsets[i], 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                pools[^2] = (pools[^2].Sum + pools[^1].Sum, pools[^2].Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
        }

        var at = 0;
        foreach (var (sum, count) in pools)
        {
            for (var k = 0; k < count; k++, at++)
            {
                _nodes[column[at]].Middle = (sum / count) + offsets[at];
            }
        }
    }

    private sealed class Node(int column, double height)
    {
        public int Column { get; } = column;

        public double Height { get; } = height;

        public double Middle { get; set; }
    }
}
