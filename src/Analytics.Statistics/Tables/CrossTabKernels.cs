using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analytics.Statistics.Tables;

/// <summary>
/// The inner loops. Keys are checked against their axis before (<see cref="BlockCheck"/>), so cells are addressed without bounds checks.
/// Row i of a lane adds to copy i mod <see cref="Copies"/> of the cells.
/// </summary>
internal static class CrossTabKernels
{
    /// <summary>Copies of a small table.</summary>
    public const int Copies = 4;

    private const int Chunk = 1024;

    /// <summary>Adds the weight of every row (1 where <paramref name="weights"/> is empty) to its cell.</summary>
    public static void Count(CellRows rows, ReadOnlySpan<int> weights, long[] cells, int size, int copies)
    {
        var stride = copies == 1 ? 0 : size;
        if (rows.Axes == 0)
        {
            cells[0] += weights.IsEmpty ? rows.Count : Total(weights);
        }
        else if (rows.IsNarrow && rows.Axes == 1)
        {
            One(rows.Keys(0), weights, cells, stride);
        }
        else if (rows.IsNarrow)
        {
            Two(rows.Keys(0), rows.Keys(1), rows.Capacity(1), weights, cells, stride);
        }
        else
        {
            Many(rows, weights, cells, stride);
        }
    }

    /// <summary>As <see cref="Count"/>, and adds value × weight to the sum of the cell where the value is known.</summary>
    public static void CountAndSum(
        CellRows rows, ReadOnlySpan<int> weights, ReadOnlySpan<double> values, long[] cells, double[] sums, int size, int copies)
    {
        var stride = copies == 1 ? 0 : size;
        Span<int> target = stackalloc int[Chunk];
        for (var start = 0; start < rows.Count; start += Chunk)
        {
            var length = Math.Min(Chunk, rows.Count - start);
            rows.Cells(start, target[..length]);
            for (var i = 0; i < length; i++)
            {
                var cell = target[i] + ((i & (Copies - 1)) * stride);
                var weight = weights.IsEmpty ? 1 : weights[start + i];
                var value = values[start + i];
                cells[cell] += weight;
                sums[cell] += double.IsNaN(value) ? 0 : value * weight;
            }
        }
    }

    private static long Total(ReadOnlySpan<int> weights)
    {
        var total = 0L;
        foreach (var weight in weights)
        {
            total += weight;
        }

        return total;
    }

    private static void One(ReadOnlySpan<ushort> keys, ReadOnlySpan<int> weights, long[] cells, int stride)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(cells);
        ref var second = ref Unsafe.Add(ref first, stride);
        ref var third = ref Unsafe.Add(ref second, stride);
        ref var fourth = ref Unsafe.Add(ref third, stride);
        var i = 0;
        if (weights.IsEmpty)
        {
            for (; i + Copies <= keys.Length; i += Copies)
            {
                Unsafe.Add(ref first, (nint)keys[i])++;
                Unsafe.Add(ref second, (nint)keys[i + 1])++;
                Unsafe.Add(ref third, (nint)keys[i + 2])++;
                Unsafe.Add(ref fourth, (nint)keys[i + 3])++;
            }

            for (; i < keys.Length; i++)
            {
                Unsafe.Add(ref first, (nint)keys[i])++;
            }

            return;
        }

        for (; i + Copies <= keys.Length; i += Copies)
        {
            Unsafe.Add(ref first, (nint)keys[i]) += weights[i];
            Unsafe.Add(ref second, (nint)keys[i + 1]) += weights[i + 1];
            Unsafe.Add(ref third, (nint)keys[i + 2]) += weights[i + 2];
            Unsafe.Add(ref fourth, (nint)keys[i + 3]) += weights[i + 3];
        }

        for (; i < keys.Length; i++)
        {
            Unsafe.Add(ref first, (nint)keys[i]) += weights[i];
        }
    }

    private static void Two(ReadOnlySpan<ushort> rows, ReadOnlySpan<ushort> columns, nint width, ReadOnlySpan<int> weights, long[] cells, int stride)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(cells);
        ref var second = ref Unsafe.Add(ref first, stride);
        ref var third = ref Unsafe.Add(ref second, stride);
        ref var fourth = ref Unsafe.Add(ref third, stride);
        var i = 0;
        if (weights.IsEmpty)
        {
            for (; i + Copies <= rows.Length; i += Copies)
            {
                Unsafe.Add(ref first, (rows[i] * width) + columns[i])++;
                Unsafe.Add(ref second, (rows[i + 1] * width) + columns[i + 1])++;
                Unsafe.Add(ref third, (rows[i + 2] * width) + columns[i + 2])++;
                Unsafe.Add(ref fourth, (rows[i + 3] * width) + columns[i + 3])++;
            }

            for (; i < rows.Length; i++)
            {
                Unsafe.Add(ref first, (rows[i] * width) + columns[i])++;
            }

            return;
        }

        for (; i + Copies <= rows.Length; i += Copies)
        {
            Unsafe.Add(ref first, (rows[i] * width) + columns[i]) += weights[i];
            Unsafe.Add(ref second, (rows[i + 1] * width) + columns[i + 1]) += weights[i + 1];
            Unsafe.Add(ref third, (rows[i + 2] * width) + columns[i + 2]) += weights[i + 2];
            Unsafe.Add(ref fourth, (rows[i + 3] * width) + columns[i + 3]) += weights[i + 3];
        }

        for (; i < rows.Length; i++)
        {
            Unsafe.Add(ref first, (rows[i] * width) + columns[i]) += weights[i];
        }
    }

    private static void Many(CellRows rows, ReadOnlySpan<int> weights, long[] cells, int stride)
    {
        Span<int> target = stackalloc int[Chunk];
        for (var start = 0; start < rows.Count; start += Chunk)
        {
            var length = Math.Min(Chunk, rows.Count - start);
            rows.Cells(start, target[..length]);
            for (var i = 0; i < length; i++)
            {
                cells[target[i] + ((i & (Copies - 1)) * stride)] += weights.IsEmpty ? 1 : weights[start + i];
            }
        }
    }
}
