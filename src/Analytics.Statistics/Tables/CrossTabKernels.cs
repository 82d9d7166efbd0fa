using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analytics.Statistics.Tables;

/// <summary>
/// The inner loops: a chunk of rows is first turned into cell numbers, vectors at a time, then added cell by cell. Keys are checked
/// against their axis before (<see cref="BlockCheck"/>), so cells are addressed without bounds checks. They are compiled optimised from
/// the start, because a report may run them once only.
/// </summary>
internal static class CrossTabKernels
{
    /// <summary>Copies of a small table. Row i of a chunk adds to copy i mod 4, so that neighbours in one cell don't wait for each other.</summary>
    public const int Copies = 4;

    // 1,024 cell numbers are 4 kB: they are written and read again within the nearest cache.
    private const int Chunk = 1024;

    /// <summary>Adds the weight of every row (1 where <paramref name="weights"/> is empty) to its cell.</summary>
    /// <param name="rows">Rows and keys.</param>
    /// <param name="weights">Weight per row, or empty.</param>
    /// <param name="cells">All copies of the cells, one after the other.</param>
    /// <param name="stride">Cells from one copy to the next; 0 where there is one.</param>
    public static void Count(CellRows rows, ReadOnlySpan<int> weights, long[] cells, int stride)
    {
        Span<int> target = stackalloc int[Chunk];
        for (var start = 0; start < rows.Count; start += Chunk)
        {
            var chunk = target[..Math.Min(Chunk, rows.Count - start)];
            rows.Cells(start, chunk);
            if (weights.IsEmpty)
            {
                AddOnes(chunk, cells, stride);
            }
            else
            {
                AddWeights(chunk, weights.Slice(start, chunk.Length), cells, stride);
            }
        }
    }

    /// <summary>As <see cref="Count"/>, and adds value × weight to the sum of the cell where the value is known.</summary>
    public static void CountAndSum(CellRows rows, ReadOnlySpan<int> weights, ReadOnlySpan<double> values, long[] cells, double[] sums, int stride)
    {
        Span<int> target = stackalloc int[Chunk];
        for (var start = 0; start < rows.Count; start += Chunk)
        {
            var chunk = target[..Math.Min(Chunk, rows.Count - start)];
            rows.Cells(start, chunk);
            AddSums(chunk, weights.IsEmpty ? weights : weights.Slice(start, chunk.Length), values.Slice(start, chunk.Length), cells, sums, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddOnes(ReadOnlySpan<int> target, long[] cells, int stride)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(cells);
        ref var second = ref Unsafe.Add(ref first, stride);
        ref var third = ref Unsafe.Add(ref second, stride);
        ref var fourth = ref Unsafe.Add(ref third, stride);
        ref var cell = ref MemoryMarshal.GetReference(target);
        nint i = 0;
        for (; i + Copies <= target.Length; i += Copies)
        {
            Unsafe.Add(ref first, Unsafe.Add(ref cell, i))++;
            Unsafe.Add(ref second, Unsafe.Add(ref cell, i + 1))++;
            Unsafe.Add(ref third, Unsafe.Add(ref cell, i + 2))++;
            Unsafe.Add(ref fourth, Unsafe.Add(ref cell, i + 3))++;
        }

        for (; i < target.Length; i++)
        {
            Unsafe.Add(ref first, Unsafe.Add(ref cell, i))++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWeights(ReadOnlySpan<int> target, ReadOnlySpan<int> weights, long[] cells, int stride)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(cells);
        ref var second = ref Unsafe.Add(ref first, stride);
        ref var third = ref Unsafe.Add(ref second, stride);
        ref var fourth = ref Unsafe.Add(ref third, stride);
        ref var cell = ref MemoryMarshal.GetReference(target);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        nint i = 0;
        for (; i + Copies <= target.Length; i += Copies)
        {
            Unsafe.Add(ref first, Unsafe.Add(ref cell, i)) += Unsafe.Add(ref weight, i);
            Unsafe.Add(ref second, Unsafe.Add(ref cell, i + 1)) += Unsafe.Add(ref weight, i + 1);
            Unsafe.Add(ref third, Unsafe.Add(ref cell, i + 2)) += Unsafe.Add(ref weight, i + 2);
            Unsafe.Add(ref fourth, Unsafe.Add(ref cell, i + 3)) += Unsafe.Add(ref weight, i + 3);
        }

        for (; i < target.Length; i++)
        {
            Unsafe.Add(ref first, Unsafe.Add(ref cell, i)) += Unsafe.Add(ref weight, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSums(ReadOnlySpan<int> target, ReadOnlySpan<int> weights, ReadOnlySpan<double> values, long[] cells, double[] sums, int stride)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var cell = target[i] + ((i & (Copies - 1)) * stride);
            var weight = weights.IsEmpty ? 1 : weights[i];
            cells[cell] += weight;
            sums[cell] += double.IsNaN(values[i]) ? 0 : values[i] * weight;
        }
    }
}
