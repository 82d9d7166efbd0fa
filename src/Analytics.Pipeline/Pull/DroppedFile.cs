using System.IO.Enumeration;

namespace Analytics.Pipeline.Pull;

/// <summary>A file of a drop folder as it was seen when the folder was listed.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Length">Bytes.</param>
/// <param name="WrittenAt">When it was last written, UTC.</param>
internal sealed record DroppedFile(string Path, long Length, DateTime WrittenAt)
{
    private static readonly string[] Unfinished = [".tmp", ".part", ".filepart", ".crdownload", ".reason.txt"];

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The files of a folder that its pattern takes, by name.</summary>
    public static IReadOnlyList<DroppedFile> In(DropFolder folder) =>
    [
        .. new DirectoryInfo(folder.Path).EnumerateFiles()
            .Where(f =>
                FileSystemName.MatchesSimpleExpression(folder.Pattern, f.Name)
                    && f.Name[0] is not ('.' or '~') && !Unfinished.Any(u => f.Name.EndsWith(u, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new DroppedFile(f.FullName, f.Length, f.LastWriteTimeUtc)),
    ];

    /// <summary>Whether nobody writes to it any more: not touched for a while, and the same as when the folder was listed.</summary>
    public bool IsSettled(DateTime now, TimeSpan settle) => (now - WrittenAt).Duration() >= settle && !HasChanged();

    /// <summary>Whether it is another than when the folder was listed.</summary>
    public bool HasChanged()
    {
        var file = new FileInfo(Path);
        return !file.Exists || file.Length != Length || file.LastWriteTimeUtc != WrittenAt;
    }

    /// <summary>
    /// Moves it; a file of that name and other content that is there already keeps its name, and this one gets the beginning of its hash into its own.
    /// </summary>
    /// <param name="folder">Where to; made when absent.</param>
    /// <param name="hash">Hash of its content, hexadecimal.</param>
    /// <returns>Its new path.</returns>
    /// <exception cref="Core.AnalyticsException">AN2324: it cannot be moved.</exception>
    public string MoveTo(string folder, string hash)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var target = System.IO.Path.Combine(folder, Name);
            if (File.Exists(target) && Import.ImportRun.ContentHash(target) != hash)
            {
                target = System.IO.Path.Combine(folder, $"{hash[..8]}.{Name}");
            }

            File.Move(Path, target, overwrite: true);
            return target;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw PullFaults.NotMoved(Path, folder, fault);
        }
    }
}
