using System.Numerics.Tensors;

namespace Analytics.Statistics.Tables;

/// <summary>
/// Cells in arrays, one set per lane. A lane is a fixed part of a block's rows that one thread fills; lanes are folded in order, so sums
/// don't depend on threads. Within a lane neighbouring rows go to different copies: they often hit the same cell, and would else wait for
/// each other's store.
/// </summary>
internal sealed class DenseCells(bool withSums)
{
    // Fixed, not the machine's number of processors: lanes decide the order in which sums are added.
    private const int MostLanes = 8;
    // Counting fewer rows takes less time than waking a thread.
    private const int RowsPerLane = 1 << 16;
    // Cells of all lanes together: folding them must stay cheap beside counting.
    private const int LaneCells = 1 << 18;
    // Four copies of 16,384 counts are 512 kB; more would push one another out of the cache and cost what they save.
    private const int CopiedCells = 1 << 14;

    private readonly List<Lane> _lanes = [];
    private int[] _capacity = [];
    private int _cells;

    private int Copies => _cells <= CopiedCells ? CrossTabKernels.Copies : 1;

    /// <summary>Makes room for these many keys per axis.</summary>
    /// <returns>False where that would be more than <paramref name="limit"/> cells; then nothing has changed.</returns>
    public bool Reserve(int[] size, long limit)
    {
        if (_cells > 0 && Fits(size))
        {
            return true;
        }

        // The first block sets the size; a stream that keeps bringing labels doubles it, so that cells move seldom.
        var capacity = new int[size.Length];
        for (var a = 0; a < size.Length; a++)
        {
            capacity[a] = _cells == 0 ? size[a] : size[a] <= _capacity[a] ? _capacity[a] : Math.Max(size[a], _capacity[a] * 2);
        }

        var cells = capacity.Aggregate(1.0, (product, keys) => product * keys);
        if (cells > limit)
        {
            return false;
        }

        Move(capacity, (int)cells);
        return true;
    }

    /// <summary>Into how many lanes so many rows are split.</summary>
    public int Lanes(int rows)
    {
        var lanes = Math.Min(Math.Clamp(rows / RowsPerLane, 1, MostLanes), Math.Clamp(LaneCells / _cells, 1, MostLanes));
        while (_lanes.Count < lanes)
        {
            _lanes.Add(NewLane(_cells, Copies));
        }

        return lanes;
    }

    public void Add(int lane, int from, int to, AxisColumn[] axes, int[]? counts, double[]? values)
    {
        var rows = new CellRows(axes, _capacity, from, to - from);
        var weights = counts is null ? default : counts.AsSpan(from, to - from);
        var stride = Copies == 1 ? 0 : _cells;
        if (values is null)
        {
            CrossTabKernels.Count(rows, weights, _lanes[lane].Counts, stride);
        }
        else
        {
            CrossTabKernels.CountAndSum(rows, weights, values.AsSpan(from, to - from), _lanes[lane].Counts, _lanes[lane].Sums!, stride);
        }
    }

    /// <summary>Shows every cell that has a count.</summary>
    public void ForEach(CellVisitor visit)
    {
        var (counts, sums) = Folded();
        Span<int> key = stackalloc int[_capacity.Length];
        for (var cell = 0; cell < _cells; cell++)
        {
            if (counts[cell] == 0)
            {
                continue;
            }

            var rest = cell;
            for (var a = key.Length - 1; a >= 0; a--)
            {
                (rest, key[a]) = Math.DivRem(rest, _capacity[a]);
            }

            visit(key, counts[cell], sums?[cell] ?? 0);
        }
    }

    private bool Fits(int[] size)
    {
        for (var a = 0; a < size.Length; a++)
        {
            if (size[a] > _capacity[a])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All lanes and copies added up, always in the same order.</summary>
    private Lane Folded()
    {
        var folded = NewLane(_cells, copies: 1);
        foreach (var lane in _lanes)
        {
            for (var at = 0; at < lane.Counts.Length; at += _cells)
            {
                TensorPrimitives.Add(folded.Counts, lane.Counts.AsSpan(at, _cells), folded.Counts);
                if (folded.Sums is { } sums)
                {
                    TensorPrimitives.Add(sums, lane.Sums.AsSpan(at, _cells), sums);
                }
            }
        }

        return folded;
    }

    private void Move(int[] capacity, int cells)
    {
        var moved = NewLane(cells, cells <= CopiedCells ? CrossTabKernels.Copies : 1);
        ForEach((key, count, sum) =>
        {
            var to = 0;
            for (var a = 0; a < key.Length; a++)
            {
                to = (to * capacity[a]) + key[a];
            }

            moved.Counts[to] = count;
            if (moved.Sums is { } sums)
            {
                sums[to] = sum;
            }
        });
        _lanes.Clear();
        _lanes.Add(moved);
        (_capacity, _cells) = (capacity, cells);
    }

    private Lane NewLane(int cells, int copies) => new(new long[cells * copies], withSums ? new double[cells * copies] : null);

    private sealed record Lane(long[] Counts, double[]? Sums);
}
