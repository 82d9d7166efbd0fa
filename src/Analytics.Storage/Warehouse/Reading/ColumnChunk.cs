using System.Runtime.InteropServices;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Writes and reads the values of one column chunk, in the smallest form that gives every value back exactly.</summary>
internal static class ColumnChunk
{
    /// <summary>Rows of a full chunk.</summary>
    public const int Rows = 65_536;

    /// <summary>Writes dimension keys; 0 is missing.</summary>
    public static (ChunkEncoding Encoding, byte[] Data) Encode(ReadOnlySpan<ushort> keys)
    {
        ushort largest = 0;
        foreach (var key in keys)
        {
            largest = Math.Max(largest, key);
        }

        if (largest == 0)
        {
            return (ChunkEncoding.Missing, []);
        }

        if (largest > byte.MaxValue)
        {
            return (ChunkEncoding.Key16, MemoryMarshal.AsBytes(keys).ToArray());
        }

        var data = new byte[keys.Length];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (byte)keys[i];
        }

        return (ChunkEncoding.Key8, data);
    }

    /// <summary>Writes numbers; NaN is missing.</summary>
    public static (ChunkEncoding Encoding, byte[] Data) Encode(ReadOnlySpan<double> values)
    {
        if (IsEmpty(values))
        {
            return (ChunkEncoding.Missing, []);
        }

        if (Scaled(values, 1) is { } whole)
        {
            return Narrow(whole) is { } narrow ? (ChunkEncoding.Whole16, Bytes(narrow)) : (ChunkEncoding.Whole32, Bytes(whole));
        }

        if (Scaled(values, 100) is { } hundredths)
        {
            return (ChunkEncoding.Hundredths, Bytes(hundredths));
        }

        return Scaled(values, 10_000) is { } fine ? (ChunkEncoding.TenThousandths, Bytes(fine)) : (ChunkEncoding.Real, MemoryMarshal.AsBytes(values).ToArray());
    }

    /// <summary>Reads dimension keys into <paramref name="keys"/>.</summary>
    public static void Decode(ChunkEncoding encoding, ReadOnlySpan<byte> data, Span<ushort> keys)
    {
        switch (encoding)
        {
            case ChunkEncoding.Missing:
                keys.Clear();
                break;
            case ChunkEncoding.Key16:
                MemoryMarshal.Cast<byte, ushort>(data).CopyTo(keys);
                break;
            default:
                for (var i = 0; i < data.Length; i++)
                {
                    keys[i] = data[i];
                }

                break;
        }
    }

    /// <summary>Reads numbers into <paramref name="values"/>.</summary>
    public static void Decode(ChunkEncoding encoding, ReadOnlySpan<byte> data, Span<double> values)
    {
        switch (encoding)
        {
            case ChunkEncoding.Missing:
                values.Fill(double.NaN);
                break;
            case ChunkEncoding.Real:
                MemoryMarshal.Cast<byte, double>(data).CopyTo(values);
                break;
            case ChunkEncoding.Whole16:
                Widen(MemoryMarshal.Cast<byte, short>(data), values);
                break;
            default:
                Divide(MemoryMarshal.Cast<byte, int>(data), values, encoding switch { ChunkEncoding.Hundredths => 100, ChunkEncoding.TenThousandths => 10_000, _ => 1 });
                break;
        }
    }

    private static bool IsEmpty(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                return false;
            }
        }

        return true;
    }

    private static int[]? Scaled(ReadOnlySpan<double> values, int scale)
    {
        var scaled = new int[values.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                scaled[i] = int.MinValue;
                continue;
            }

            var number = Math.Round(values[i] * scale);
            if (Math.Abs(number) > int.MaxValue || number / scale != values[i] || (number == 0 && double.IsNegative(values[i])))
            {
                return null;
            }

            scaled[i] = (int)number;
        }

        return scaled;
    }

    private static short[]? Narrow(int[] values)
    {
        var narrow = new short[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != int.MinValue && Math.Abs(values[i]) > short.MaxValue)
            {
                return null;
            }

            narrow[i] = values[i] == int.MinValue ? short.MinValue : (short)values[i];
        }

        return narrow;
    }

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes<T>(values).ToArray();

    private static void Widen(ReadOnlySpan<short> data, Span<double> values)
    {
        for (var i = 0; i < data.Length; i++)
        {
            values[i] = data[i] == short.MinValue ? double.NaN : data[i];
        }
    }

    private static void Divide(ReadOnlySpan<int> data, Span<double> values, int scale)
    {
        for (var i = 0; i < data.Length; i++)
        {
            values[i] = data[i] == int.MinValue ? double.NaN : (double)data[i] / scale;
        }
    }
}
