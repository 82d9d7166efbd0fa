using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// The two vector operations a stage spends its time in, on blocks of a dozen variables: too short for a library's call to pay. Each element is
/// computed on its own, so the result doesn't depend on how many lanes a machine has.
/// </summary>
internal static class DenseVector
{
    /// <summary>x ← a·x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(Span<double> values, double factor)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= factor;
        }
    }

    /// <summary>y ← y + a·x over the length of y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        ref var to = ref MemoryMarshal.GetReference(target);
        ref var from = ref MemoryMarshal.GetReference(source[..target.Length]);
        var vector = new Vector<double>(factor);
        var i = 0;
        for (; i + Vector<double>.Count <= target.Length; i += Vector<double>.Count)
        {
            Vector.FusedMultiplyAdd(vector, Vector.LoadUnsafe(ref from, (nuint)i), Vector.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        // fused as the lanes are: a remainder rounded twice would make a figure depend on the width of the machine's vectors
        for (; i < target.Length; i++)
        {
            target[i] = Math.FusedMultiplyAdd(factor, source[i], target[i]);
        }
    }
}
