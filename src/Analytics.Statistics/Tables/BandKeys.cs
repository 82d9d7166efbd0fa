using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>Cuts a column into bands, the same as <see cref="BandSet.IndexOf"/> row by row.</summary>
internal static class BandKeys
{
    /// <summary>Writes 0 for missing and 1 + band otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(ReadOnlySpan<double> values, BandSet bands, Span<ushort> keys)
    {
        var edges = bands.Edges.ToArray();
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        for (var v = 0; v < vectors.Length; v++)
        {
            // A true comparison is −1: the key is how many bounds (−∞ included) lie below, and NaN is above none.
            var value = vectors[v];
            var key = -Vector.Equals(value, value);
            foreach (var edge in edges)
            {
                var bound = new Vector<double>(edge);
                key -= bands.RightClosed ? Vector.GreaterThan(value, bound) : Vector.GreaterThanOrEqual(value, bound);
            }

            for (var i = 0; i < Vector<double>.Count; i++)
            {
                keys[(v * Vector<double>.Count) + i] = (ushort)key[i];
            }
        }

        for (var i = vectors.Length * Vector<double>.Count; i < values.Length; i++)
        {
            keys[i] = (ushort)(bands.IndexOf(values[i]) + 1);
        }
    }
}
