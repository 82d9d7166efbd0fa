using System.Buffers.Binary;
using System.Numerics;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// MurmurHash3, the 128-bit variant for 64-bit machines, seed 0 (Appleby 2011, in the public domain). Among a billion rows two
/// different ones collide with a probability of 10⁻²¹. Not for secrets: whoever wants a collision can make one.
/// </summary>
internal static class MurmurHash3
{
    private const ulong C1 = 0x87c37b91114253d5;
    private const ulong C2 = 0x4cf5ad432745937f;

    /// <summary>Hash of the bytes; <see cref="Hash128.High"/> is the reference's first half.</summary>
    public static Hash128 Of(ReadOnlySpan<byte> data)
    {
        ulong h1 = 0;
        ulong h2 = 0;
        var rest = data;
        for (; rest.Length >= 16; rest = rest[16..])
        {
            h1 ^= Mix(BinaryPrimitives.ReadUInt64LittleEndian(rest), C1, 31, C2);
            h1 = ((BitOperations.RotateLeft(h1, 27) + h2) * 5) + 0x52dce729;
            h2 ^= Mix(BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]), C2, 33, C1);
            h2 = ((BitOperations.RotateLeft(h2, 31) + h1) * 5) + 0x38495ab5;
        }

        Span<byte> tail = stackalloc byte[16];
        tail.Clear();
        rest.CopyTo(tail);
        h2 ^= Mix(BinaryPrimitives.ReadUInt64LittleEndian(tail[8..]), C2, 33, C1);
        h1 ^= Mix(BinaryPrimitives.ReadUInt64LittleEndian(tail), C1, 31, C2);
        h1 ^= (ulong)data.Length;
        h2 ^= (ulong)data.Length;
        h1 += h2;
        h2 += h1;
        h1 = Finish(h1);
        h2 = Finish(h2);
        h1 += h2;
        h2 += h1;
        return new Hash128((long)h1, (long)h2);
    }

    private static ulong Mix(ulong block, ulong before, int rotation, ulong after) => BitOperations.RotateLeft(block * before, rotation) * after;

    private static ulong Finish(ulong h)
    {
        h = (h ^ (h >> 33)) * 0xff51afd7ed558ccd;
        h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53;
        return h ^ (h >> 33);
    }
}
