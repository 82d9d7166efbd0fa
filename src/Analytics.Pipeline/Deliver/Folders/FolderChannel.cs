namespace Analytics.Pipeline.Deliver.Folders;

/// <summary>Copies the workbook into a folder, where it appears whole by one rename.</summary>
/// <param name="folder">The folder; made where it does not exist.</param>
public sealed class FolderChannel(string folder) : IDeliveryChannel
{
    private const int BufferBytes = 1 << 17;

    /// <inheritdoc/>
    public string Kind => "folder";

    /// <inheritdoc/>
    public string Address { get; } = Path.GetFullPath(folder);

    /// <inheritdoc/>
    public void Send(DeliveryContent content, CancellationToken cancellation)
    {
        var target = Path.Combine(Address, content.Published.WorkbookName);
        var partial = Path.Combine(Address, $".partial-{content.Id}");
        try
        {
            Directory.CreateDirectory(Address);
            Copy(content.Published.Workbook, partial, cancellation);
            File.Move(partial, target, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Remove(partial);
            throw DeliveryFaults.NotCopied(Address, fault);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Preview(DeliveryContent content, string folder) => [];

    private static void Copy(string source, string target, CancellationToken cancellation)
    {
        using var from = File.OpenRead(source);
        using var to = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None);
        var buffer = new byte[BufferBytes];
        while (from.Read(buffer) is > 0 and var read)
        {
            cancellation.ThrowIfCancellationRequested();
            to.Write(buffer.AsSpan(0, read));
        }

        to.Flush(flushToDisk: true);
    }

    private static void Remove(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // hidden and overwritten by the next attempt; the fault that led here is the one to report
        }
    }
}
