using System.Buffers.Binary;

namespace Analytics.Storage.Mappings;

/// <summary>64-bit hash of bytes, the same in every run (unlike <see cref="HashCode"/>): 128-bit multiply and fold, eight bytes a step.</summary>
public static class CellHash
{
    private const ulong K1 = 0x9E37_79B9_7F4A_7C15;
    private const ulong K2 = 0xD6E8_FEB8_6659_FD93;

    /// <summary>Hash of a cell.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = K2 ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Fold(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes), K1);
            bytes = bytes[8..];
        }

        ulong rest = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            rest |= (ulong)bytes[i] << (8 * i);
        }

        return Fold(Fold(hash ^ rest, K1), K2);
    }

    /// <summary>Hash of a sequence: order counts.</summary>
    public static ulong Combine(ulong hash, ulong next) => Fold(hash ^ next, K1) + K2;

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
