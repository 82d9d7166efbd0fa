using Analytics.Core;
using Analytics.Publishing.Published;

namespace Analytics.Publishing.Publish;

/// <summary>
/// The versions of one period and scope. A version is written into a hidden folder beside its place and appears by one rename, so a reader,
/// or a run that was killed at any moment, finds whole versions only. One publisher at a time: the lock file is held by the operating
/// system and falls with its process, so what a killed run left can be told from what a living one is writing.
/// </summary>
internal sealed class VersionStore : IDisposable
{
    private const string LockFile = ".publish.lock";
    private const string PartialPrefix = ".partial-";
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);
    private readonly string _folder;
    private readonly FileStream _lock;

    private VersionStore(string folder, FileStream held)
    {
        _folder = folder;
        _lock = held;
    }

    /// <summary>Takes the lock and clears what killed runs left.</summary>
    /// <exception cref="AnalyticsException">AN5202, AN5203: not writable. AN5204: another publisher did not end in time.</exception>
    public static VersionStore Open(string folder, TimeSpan wait, TimeProvider time, CancellationToken cancellation = default)
    {
        var start = time.GetTimestamp();
        try
        {
            Directory.CreateDirectory(folder);
            while (true)
            {
                if (TryLock(Path.Combine(folder, LockFile)) is { } held)
                {
                    var store = new VersionStore(folder, held);
                    store.ClearLeftovers();
                    return store;
                }

                if (time.GetElapsedTime(start) > wait)
                {
                    throw PublishFaults.Busy(folder, wait);
                }

                cancellation.WaitHandle.WaitOne(Retry);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw PublishFaults.NotWritten(folder, fault);
        }
    }

    /// <summary>Published versions, newest first.</summary>
    public IReadOnlyList<int> Versions() => [.. PublishedVersion.Folders(_folder).Select(PublishedVersion.NumberOf)];

    public string FolderOf(int version) => Path.Combine(_folder, FormattableString.Invariant($"v{version}"));

    /// <summary>Whether that version holds exactly these files with these bytes, the run file aside.</summary>
    public bool HoldsOnly(int version, IReadOnlyList<PublishedFile> files)
    {
        var folder = FolderOf(version);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(name => name != RunFile.FileName)
            .ToHashSet(StringComparer.Ordinal).SetEquals(files.Select(f => f.Name)) && Holds(version, files);
    }

    /// <summary>Whether that version holds these files, perhaps among others, with these bytes.</summary>
    public bool Holds(int version, IReadOnlyList<PublishedFile> files) => files.All(file =>
    {
        var there = new FileInfo(PathOf(FolderOf(version), file));
        return there.Exists && there.Length == file.Content.Length && File.ReadAllBytes(there.FullName).AsSpan().SequenceEqual(file.Content.Span);
    });

    /// <summary>Writes the files, asks the check, then the run file, and makes the version appear. Where the check objects, nothing is left.</summary>
    /// <param name="version">A number no version has.</param>
    /// <param name="files">All files but the run file.</param>
    /// <param name="check">Looks at the written folder; throws to refuse it.</param>
    /// <param name="run">Makes the run file, once the check has passed.</param>
    /// <param name="step">Told before every change on disk, for tests that stop there; or null.</param>
    /// <param name="cancellation">Stops before a file is written. Once everything is written and checked, the version appears.</param>
    /// <exception cref="AnalyticsException">AN5202, AN5203: not writable; whatever the check throws.</exception>
    public void Publish(
        int version,
        IReadOnlyList<PublishedFile> files,
        Action<string> check,
        Func<ReadOnlyMemory<byte>> run,
        Action<string>? step,
        CancellationToken cancellation = default)
    {
        var partial = Path.Combine(_folder, FormattableString.Invariant($"{PartialPrefix}v{version}"));
        try
        {
            step?.Invoke("create");
            Directory.CreateDirectory(partial);
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                Write(PathOf(partial, file), file.Content, step);
            }

            cancellation.ThrowIfCancellationRequested();
            check(partial);
            Write(Path.Combine(partial, RunFile.FileName), run(), step);
            step?.Invoke("rename");
            Directory.Move(partial, FolderOf(version));
            step?.Invoke("renamed");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Remove(partial);
            throw PublishFaults.NotWritten(_folder, fault);
        }
        catch
        {
            Remove(partial);
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    private static string PathOf(string folder, PublishedFile file) => Path.Combine(folder, file.Name.Replace('/', Path.DirectorySeparatorChar));

    private static void Write(string path, ReadOnlyMemory<byte> content, Action<string>? step)
    {
        step?.Invoke("write " + Path.GetFileName(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var half = content.Length / 2;
        stream.Write(content.Span[..half]);
        step?.Invoke("half " + Path.GetFileName(path));
        stream.Write(content.Span[half..]);
        stream.Flush(flushToDisk: true);
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (File.Exists(path) && fault is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    private void ClearLeftovers()
    {
        foreach (var leftover in Directory.EnumerateDirectories(_folder, PartialPrefix + "*"))
        {
            Directory.Delete(leftover, recursive: true);
        }
    }

    private static void Remove(string partial)
    {
        try
        {
            Directory.Delete(partial, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Hidden and not a version: the next run clears it. The fault that led here is the one to report.
        }
    }
}
