using System.IO.Compression;

namespace Analytics.Storage.Sources;

/// <summary>
/// A gzip stream that knows whether it ended. <see cref="GZipStream"/> takes a file cut short for a shorter one; so a known member is
/// appended to the raw bytes: a whole file ends with exactly that member's content, a broken one with anything else.
/// </summary>
internal sealed class GzipSource : ForwardStream
{
    private static readonly byte[] Content = "end of the compressed stream\n"u8.ToArray();
    private readonly WithTail _raw;
    private bool _ended;

    public GzipSource(Stream raw)
        : this(new WithTail(raw, Compress(Content)))
    {
    }

    private GzipSource(WithTail raw)
        : base(new GZipStream(raw, CompressionMode.Decompress)) => _raw = raw;

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        var read = Inner.Read(buffer);
        if (!_raw.TailGiven) return read;
        CheckTail(buffer[..read]);
        _ended = true;
        return 0;
    }

    private static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return target.ToArray();
    }

    // What was asked for may be less than the tail holds: the rest is fetched before comparing.
    private void CheckTail(ReadOnlySpan<byte> first)
    {
        Span<byte> tail = stackalloc byte[Content.Length + 1];
        var length = Math.Min(first.Length, tail.Length);
        first[..length].CopyTo(tail);
        int read;
        while (length < tail.Length && (read = Inner.Read(tail[length..])) > 0)
        {
            length += read;
        }

        if (!tail[..length].SequenceEqual(Content)) throw new InvalidDataException("The compressed stream ends before its end mark.");
    }

    private sealed class WithTail(Stream raw, byte[] tail) : ForwardStream(raw)
    {
        private int _tailPosition;

        public bool TailGiven { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (!TailGiven)
            {
                var read = Inner.Read(buffer);
                if (read > 0) return read;
                TailGiven = true;
            }

            var given = Math.Min(buffer.Length, tail.Length - _tailPosition);
            tail.AsSpan(_tailPosition, given).CopyTo(buffer);
            _tailPosition += given;
            return given;
        }
    }
}
