using Analytics.Publishing.Published;

namespace Analytics.Publishing.Publish;

/// <summary>Takes old versions out of the output folder.</summary>
public static class VersionRetention
{
    /// <summary>Keeps the newest versions of every period and scope.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="kept">Versions kept of each; 1 or more.</param>
    /// <returns>Versions deleted.</returns>
    public static long Trim(string folder, int kept)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(kept, 1);
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var old = Directory.EnumerateDirectories(folder)
            .SelectMany(Directory.EnumerateDirectories)
            .SelectMany(scope => PublishedVersion.Folders(scope).Skip(kept))
            .ToList();
        foreach (var version in old)
        {
            Directory.Delete(version, recursive: true);
        }

        return old.Count;
    }
}
