using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analytics.Statistics.Tables;

/// <summary>The rows of one lane: their keys on every axis, and how many keys each axis has room for.</summary>
internal readonly ref struct CellRows(AxisColumn[] axes, int[] capacity, int from, int count)
{
    /// <summary>Number of rows.</summary>
    public int Count { get; } = count;

    /// <summary>Cell of each row from <paramref name="start"/> on, as many as the target holds.</summary>
    public void Cells(int start, Span<int> target)
    {
        if (axes.Length == 0)
        {
            target.Clear();
            return;
        }

        for (var a = 0; a < axes.Length; a++)
        {
            // The first axis starts from nothing: a factor of 0 forgets what the target held.
            var size = a == 0 ? 0 : capacity[a];
            if (axes[a].Narrow is { } narrow)
            {
                AddNarrow(narrow.AsSpan(from + start, target.Length), size, target);
            }
            else
            {
                AddWide(axes[a].Wide.AsSpan(from + start, target.Length), size, target);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddNarrow(ReadOnlySpan<ushort> keys, int size, Span<int> target)
    {
        var vectors = MemoryMarshal.Cast<ushort, Vector<ushort>>(keys);
        var cells = MemoryMarshal.Cast<int, Vector<uint>>(target);
        var factor = new Vector<uint>((uint)size);
        for (var v = 0; v < vectors.Length; v++)
        {
            Vector.Widen(vectors[v], out var low, out var high);
            cells[2 * v] = (cells[2 * v] * factor) + low;
            cells[(2 * v) + 1] = (cells[(2 * v) + 1] * factor) + high;
        }

        for (var i = vectors.Length * Vector<ushort>.Count; i < keys.Length; i++)
        {
            target[i] = (target[i] * size) + keys[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWide(ReadOnlySpan<int> keys, int size, Span<int> target)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            target[i] = (target[i] * size) + keys[i];
        }
    }
}
