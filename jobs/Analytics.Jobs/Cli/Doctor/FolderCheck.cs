using System.Globalization;

namespace Analytics.Jobs.Cli.Doctor;

/// <summary>Whether a folder can be written to and has room.</summary>
internal static class FolderCheck
{
    private const double GoodGigabytes = 2;
    private const double LeastGigabytes = 0.2;

    /// <summary>Tries to write in <paramref name="folder"/>, or in its nearest existing parent where it does not exist yet.</summary>
    /// <param name="name">What the folder is for.</param>
    /// <param name="folder">Folder.</param>
    /// <param name="setting">Setting that moves it.</param>
    public static IEnumerable<CheckResult> Run(string name, string folder, string setting)
    {
        var full = Path.GetFullPath(folder);
        if (File.Exists(full))
        {
            yield return new CheckResult(name, CheckState.Fault, $"'{full}' is a file.", $"Move it away, or choose another folder with {setting}.");
            yield break;
        }

        var existing = full;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        var probe = Path.Combine(existing, $".analytics-doctor-{Guid.NewGuid():N}");
        CheckResult result;
        try
        {
            File.WriteAllText(probe, "probe");
            File.Delete(probe);
            result = new CheckResult(name, CheckState.Ok, $"'{full}' can be written to.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            result = new CheckResult(
                name,
                CheckState.Fault,
                $"'{full}' cannot be written to: {fault.Message}",
                $"Change its permissions, or choose another folder with {setting}.");
        }

        yield return result;
        yield return Space(name + " space", existing, setting);
    }

    private static CheckResult Space(string name, string folder, string setting)
    {
        try
        {
            var free = new DriveInfo(folder).AvailableFreeSpace / 1e9;
            var found = string.Create(CultureInfo.InvariantCulture, $"{free:0.0} GB free at '{folder}'.");
            return free >= GoodGigabytes
                ? new CheckResult(name, CheckState.Ok, found)
                : new CheckResult(
                    name,
                    free < LeastGigabytes ? CheckState.Fault : CheckState.Warning,
                    found,
                    $"Free space, or move the folder with {setting}; a year of a province takes about {GoodGigabytes} GB.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new CheckResult(
                name,
                CheckState.Warning,
                $"Free space at '{folder}' is not known: {fault.Message}",
                "Look at it with the tools of the system.");
        }
    }
}
