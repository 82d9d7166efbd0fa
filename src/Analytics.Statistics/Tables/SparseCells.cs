using System.Runtime.InteropServices;

namespace Analytics.Statistics.Tables;

/// <summary>Cells of a question whose axes have too many keys for an array: only those that occur.</summary>
internal sealed class SparseCells(int axes)
{
    private readonly Dictionary<CellKey, CellTotal> _cells = [];

    public void Add(ReadOnlySpan<int> key, long count, double sum)
    {
        var cell = new CellKey(At(key, 0), At(key, 1), At(key, 2), At(key, 3));
        ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, cell, out _);
        total = new CellTotal(total.Count + count, total.Sum + sum);
    }

    public void Add(AxisColumn[] columns, FilteredBlock rows, MeasureColumn? measure)
    {
        Span<int> key = stackalloc int[columns.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var a = 0; a < columns.Length; a++)
            {
                key[a] = columns[a].Narrow is { } narrow ? narrow[row] : columns[a].Wide![row];
            }

            var count = rows.Counts?[row] ?? 1;
            var value = measure?.Values[row] ?? 0;
            Add(key, count, double.IsNaN(value) ? 0 : value * count);
        }
    }

    /// <summary>Shows every cell that has a count.</summary>
    public void ForEach(CellVisitor visit)
    {
        Span<int> key = stackalloc int[4];
        foreach (var (cell, total) in _cells)
        {
            (key[0], key[1], key[2], key[3]) = (cell.A, cell.B, cell.C, cell.D);
            if (total.Count != 0)
            {
                visit(key[..axes], total.Count, total.Sum);
            }
        }
    }

    private static int At(ReadOnlySpan<int> key, int axis) => axis < key.Length ? key[axis] : 0;

    private readonly record struct CellKey(int A, int B, int C, int D);

    private readonly record struct CellTotal(long Count, double Sum);
}
