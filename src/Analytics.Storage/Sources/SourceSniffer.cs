using System.Text;
using Analytics.Core;

namespace Analytics.Storage.Sources;

/// <summary>Looks at the first megabyte of a file: compression, format, encoding, delimiter.</summary>
public static class SourceSniffer
{
    private const int SampleBytes = 1 << 20;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Profile of the file at <paramref name="path"/>.</summary>
    /// <exception cref="AnalyticsException">AN2001: no such file, or not readable; AN2003: compressed and broken in its first megabyte.</exception>
    public static SourceProfile Sniff(string path)
    {
        var sample = Sample(path, out var isGzip);
        var isXlsx = sample.AsSpan().StartsWith("PK\x3\x4"u8);
        if (isXlsx) return new(FileFormat.Xlsx, isGzip, Encoding.UTF8, "utf-8", -1, ',', false);
        var invalid = EncodingSniffer.FirstInvalidUtf8(sample);
        var (encoding, name) = EncodingSniffer.Sniff(sample, invalid);
        var text = encoding.GetString(sample);
        return new(FileFormat.Csv, isGzip, encoding, name, invalid, SniffDelimiter(text), string.IsNullOrWhiteSpace(text.Trim('\uFEFF')));
    }

    /// <summary>Opens the raw file, decompressing where its first bytes say gzip.</summary>
    internal static (Stream Content, CountingStream Raw, long Length) OpenContent(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw SourceFaults.NotFound(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SourceFaults.Unreadable(path, e);
        }

        Span<byte> magic = stackalloc byte[2];
        var gzip = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1F, 0x8B];
        file.Position = 0;
        var raw = new CountingStream(file);
        return (gzip ? new GzipSource(raw) : raw, raw, file.Length);
    }

    /// <summary>The delimiter that cuts the first lines into the most, and the most even, columns; a comma where none cuts.</summary>
    internal static char SniffDelimiter(string text)
    {
        if (SeparatorHint.Of(text) is { } hinted) return hinted;
        var lines = FirstLines(text);
        var best = (Delimiter: ',', Score: 0.0);
        foreach (var delimiter in Delimiters)
        {
            var counts = lines.Select(l => CountOutsideQuotes(l, delimiter)).ToArray();
            if (counts.Length == 0 || counts[0] == 0) continue;
            var even = counts.Count(c => c == counts[0]) / (double)counts.Length;
            var score = even * even * Math.Log2(1 + counts[0]);
            if (score > best.Score) best = (delimiter, score);
        }

        return best.Delimiter;
    }

    private static byte[] Sample(string path, out bool isGzip)
    {
        var (content, raw, _) = OpenContent(path);
        using (content)
        {
            isGzip = content is GzipSource;
            var buffer = new byte[SampleBytes];
            try
            {
                return buffer[..content.ReadAtLeast(buffer, SampleBytes, throwOnEndOfStream: false)];
            }
            catch (InvalidDataException)
            {
                // Cut short: the reader itself names the row where it broke; what came before is sample enough.
                return Partial(path, buffer);
            }
        }
    }

    private static byte[] Partial(string path, byte[] buffer)
    {
        var (content, _, _) = OpenContent(path);
        using (content)
        {
            var length = 0;
            try
            {
                int read;
                while (length < buffer.Length && (read = content.Read(buffer, length, buffer.Length - length)) > 0)
                {
                    length += read;
                }
            }
            catch (InvalidDataException)
            {
                return buffer[..length];
            }

            return buffer[..length];
        }
    }

    private static List<string> FirstLines(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 1 << 17)).EnumerateLines())
        {
            if (line.IsWhiteSpace() || GitConflict.IsMarker(line)) continue;
            lines.Add(line.ToString());
            if (lines.Count == 50) break;
        }

        return lines;
    }

    private static int CountOutsideQuotes(string line, char delimiter)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == delimiter && !quoted) count++;
        }

        return count;
    }
}
