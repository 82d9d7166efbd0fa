namespace Analytics.Storage.Sources;

/// <summary>Passes reads through and counts them: progress is the position in the raw file, before decompression.</summary>
internal sealed class CountingStream(Stream inner) : ForwardStream(inner)
{
    public long BytesRead { get; private set; }

    public override long Length => Inner.Length;

    public override long Position
    {
        get => BytesRead;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        BytesRead += read;
        return read;
    }
}
