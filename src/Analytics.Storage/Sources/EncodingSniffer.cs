using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Analytics.Storage.Sources;

/// <summary>Tells UTF-8, UTF-16, GB18030 and Latin-1 apart by their bytes.</summary>
internal static class EncodingSniffer
{
    static EncodingSniffer() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding a mapping names.</summary>
    public static Encoding Named(string name)
    {
        try
        {
            return name.ToUpperInvariant() switch
            {
                "UTF-8" or "UTF8" => new UTF8Encoding(false),
                "LATIN-1" or "LATIN1" => Encoding.Latin1,
                "GBK" or "GB2312" or "GB18030" => Encoding.GetEncoding("gb18030"),
                _ => Encoding.GetEncoding(name),
            };
        }
        catch (ArgumentException)
        {
            throw SourceFaults.UnknownEncoding(name);
        }
    }

    /// <summary>Offset of the first byte that is not part of a UTF-8 character; −1 where all are, a character cut at the end included.</summary>
    public static long FirstInvalidUtf8(ReadOnlySpan<byte> sample)
    {
        var chars = ArrayPool<char>.Shared.Rent(sample.Length + 1);
        var status = Utf8.ToUtf16(sample, chars, out var read, out _, replaceInvalidSequences: false, isFinalBlock: false);
        ArrayPool<char>.Shared.Return(chars);
        return status == OperationStatus.InvalidData ? read : -1;
    }

    /// <summary>Encoding and name of a sample of text.</summary>
    public static (Encoding Encoding, string Name) Sniff(ReadOnlySpan<byte> sample, long invalidUtf8At)
    {
        if (sample.StartsWith((byte[])[0xFF, 0xFE])) return (Encoding.Unicode, "utf-16");
        if (sample.StartsWith((byte[])[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, "utf-16BE");
        if (invalidUtf8At < 0) return (new UTF8Encoding(false), "utf-8");
        return LooksGb18030(sample) ? (Named("gb18030"), "gb18030") : (Encoding.Latin1, "latin-1");
    }

    // Chinese text in GB18030 is pairs of high bytes, mostly of the 6,763 GB2312 characters (lead B0–F7, trail A1–FE). Latin-1 text of
    // European languages has high bytes alone, followed by ASCII letters, which makes no such pair.
    private static bool LooksGb18030(ReadOnlySpan<byte> sample)
    {
        int common = 0, other = 0, broken = 0;
        for (var i = 0; i < sample.Length - 3; i++)
        {
            var lead = sample[i];
            if (lead < 0x80) continue;
            var trail = sample[i + 1];
            if (lead is >= 0xA1 and <= 0xF7 && trail is >= 0xA1 and <= 0xFE)
            {
                common++;
                i++;
            }
            else if (lead is >= 0x81 and <= 0xFE && trail is >= 0x40 and <= 0xFE and not 0x7F)
            {
                other++;
                i++;
            }
            else if (lead is >= 0x81 and <= 0xFE && trail is >= 0x30 and <= 0x39)
            {
                other++;
                i += 3;
            }
            else
            {
                broken++;
            }
        }

        return broken == 0 && common > other;
    }
}
