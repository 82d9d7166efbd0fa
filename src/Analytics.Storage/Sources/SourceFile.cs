using Analytics.Core;

namespace Analytics.Storage.Sources;

/// <summary>Opens a source file with the reader its format needs.</summary>
public static class SourceFile
{
    /// <summary>Opens <paramref name="path"/> and reads its header.</summary>
    /// <exception cref="AnalyticsException">AN2001…AN2009: the file is absent, empty, not in the named encoding, delimited otherwise, damaged, or has no such sheet or header row.</exception>
    public static ISourceReader Open(string path, SourceOptions options)
    {
        if (!File.Exists(path)) throw SourceFaults.NotFound(path);
        var profile = SourceSniffer.Sniff(path);
        if (profile.IsEmpty) throw SourceFaults.Empty(path);
        return (options.Format ?? profile.Format) == FileFormat.Xlsx
            ? new XlsxSource(path, options)
            : new CsvSource(path, options, profile);
    }
}
