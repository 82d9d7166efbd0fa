using System.ComponentModel;
using System.Diagnostics;

namespace Analytics.Jobs.Cli.Doctor;

/// <summary>Whether this machine can show Chinese text in charts that are turned into pictures here.</summary>
internal static class FontCheck
{
    private static readonly string[] NameParts =
    [
        "cjk", "sourcehan", "source han", "wqy", "wenquanyi", "simhei", "simsun", "msyh", "yahei", "pingfang", "heiti", "songti", "hiragino", "uming", "ukai",
        "droidsansfallback",
    ];

    private static readonly string[] Folders =
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
    ];

    /// <summary>Asks fontconfig, and where there is none looks into the usual folders.</summary>
    public static CheckResult Run()
    {
        var font = FromFontConfig() ?? FromFolders();
        return font is not null
            ? new CheckResult("Chinese font", CheckState.Ok, $"'{font}' is installed.")
            : new CheckResult(
                "Chinese font",
                CheckState.Warning,
                "No font with Chinese characters was found; workbooks and SVG files are written all the same, but pictures made of them here show boxes.",
                "Install one, for example 'apt-get install fonts-noto-cjk'.");
    }

    private static string? FromFontConfig()
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("fc-list", [":lang=zh", "family"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            var first = process?.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).FirstOrDefault();
            process?.WaitForExit();
            return first?.Split(',')[0].Trim();
        }
        catch (Win32Exception)
        {
            return null; // no fontconfig here
        }
    }

    private static string? FromFolders() => Folders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
        .Select(Path.GetFileName)
        .FirstOrDefault(file => NameParts.Any(part => file!.Contains(part, StringComparison.OrdinalIgnoreCase)));
}
