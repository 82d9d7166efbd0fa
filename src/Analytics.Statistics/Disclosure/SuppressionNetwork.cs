namespace Analytics.Statistics.Disclosure;

/// <summary>
/// A table with its totals as a network. Row r is node r, column c is node <c>rows + 1 + c</c>; the row and the column of totals are nodes
/// too, and arcs to them are totals, which count negatively. Raising a cell by one sends a unit from its row to its column, which must
/// come back over other hidden arcs: down a cell from column to row (as far as its count goes), up a cell from row to column (without end).
/// </summary>
internal sealed class SuppressionNetwork(int rows, int columns)
{
    private readonly int _width = columns + 1;
    private readonly long[] _count = new long[(rows + 1) * (columns + 1)];
    private readonly long[] _moved = new long[(rows + 1) * (columns + 1)];
    private readonly ArcState[] _state = new ArcState[(rows + 1) * (columns + 1)];
    private readonly PathSearch _search = new(rows, columns);
    private readonly Queue<int> _unprotected = new();

    public void AddCell(int row, int column, long count, bool hidden)
    {
        var arc = (row * _width) + column;
        _count[arc] = count;
        _count[(row * _width) + columns] += count;
        _count[(rows * _width) + column] += count;
        _state[arc] = ArcState.Shown;
        if (hidden)
        {
            Hide(arc);
        }
    }

    public void HideRowTotal(int row) => Hide((row * _width) + columns);

    public void HideColumnTotal(int column) => Hide((rows * _width) + column);

    /// <summary>Hides cells until each hidden cell and total can move by <paramref name="width"/> in all, as far as any can.</summary>
    public bool[,] Protect(long width)
    {
        while (_unprotected.TryDequeue(out var arc))
        {
            ProtectCell(arc, width);
        }

        var mask = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                mask[r, c] = _state[(r * _width) + c] == ArcState.Hidden;
            }
        }

        return mask;
    }

    private void ProtectCell(int arc, long width)
    {
        var (row, column) = (arc / _width, rows + 1 + (arc % _width));
        var (tail, head) = _search.Step(row, column).Lowers ? (column, row) : (row, column);
        _state[arc] = ArcState.Fixed; // the flow has to go round the cell itself
        // What cells that are hidden already can carry costs nothing, so it is used up first. Then upwards before downwards: a count may
        // rise without end but fall to 0 only.
        var down = Push(tail, head, Math.Min(width, _count[arc]), mayHide: false);
        var up = Push(head, tail, width - down, mayHide: false);
        if (down + up < width)
        {
            up = Push(head, tail, width - down, mayHide: true);
        }

        if (down + up < width)
        {
            Push(tail, head, Math.Min(width - up, _count[arc]), mayHide: true);
        }

        _state[arc] = ArcState.Hidden;
    }

    /// <summary>Sends up to <paramref name="wanted"/> units from node to node and tells how many went; the counts stay as they are.</summary>
    private long Push(int from, int to, long wanted, bool mayHide)
    {
        _count.CopyTo(_moved, 0);
        var sent = 0L;
        while (sent < wanted && _search.Find(from, to, wanted - sent, _moved, _state, mayHide))
        {
            sent += Send(from, to, wanted - sent);
        }

        return sent;
    }

    private long Send(int from, int to, long wanted)
    {
        var amount = wanted;
        for (var node = to; node != from; node = _search.Before(node))
        {
            var (arc, lowers) = _search.Step(_search.Before(node), node);
            amount = lowers ? Math.Min(amount, _moved[arc]) : amount;
        }

        for (var node = to; node != from; node = _search.Before(node))
        {
            var (arc, lowers) = _search.Step(_search.Before(node), node);
            _moved[arc] += lowers ? -amount : amount;
            if (_state[arc] == ArcState.Shown)
            {
                Hide(arc);
            }
        }

        return amount;
    }

    private void Hide(int arc)
    {
        _state[arc] = ArcState.Hidden;
        _unprotected.Enqueue(arc);
    }
}
