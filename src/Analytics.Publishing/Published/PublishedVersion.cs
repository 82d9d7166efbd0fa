using System.Globalization;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Publishing.Publish;
using Analytics.Reporting.Json;
using Analytics.Reporting.Words;

namespace Analytics.Publishing.Published;

/// <summary>Reads published versions back.</summary>
public static class PublishedVersion
{
    /// <summary>Folder of a version; whether it is there is not looked at.</summary>
    public static string Folder(PublishTarget target, string period, IReadOnlyList<Filter> scope, int version)
        => Path.Combine(Path.GetFullPath(target.Folder), period, ScopeFolder.Name(scope), string.Create(CultureInfo.InvariantCulture, $"v{version}"));

    /// <summary>A published version as it was described when it was published, or null where the folder holds none that can be read.</summary>
    /// <param name="folder">Folder of the version.</param>
    public static Publication? Find(string folder)
    {
        if (RunFile.TryLoad(Path.Combine(folder, VersionStore.RunFile)) is not { } run || Report(folder) is not { } report
            || !int.TryParse(Path.GetFileName(folder).AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return null;
        }

        var words = new ReportWords(run.Language, report);
        string Full(string name) => Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
        return new Publication(
            report.Header.Period,
            Filter.TextOf(report.Header.Scope),
            version,
            folder,
            Full(words.WorkbookName(version)),
            [.. run.Files.Where(f => f.Name.StartsWith(ReportFiles.ChartFolder, StringComparison.Ordinal)).Select(f => Full(f.Name))],
            Full(ReportFiles.ReportName),
            Full(VersionStore.RunFile),
            HeadlineWriter.Write(report, words),
            IsNew: false) { Revisions = report.Revisions };
    }

    /// <summary>The report of a version, or null where it is missing or of another shape.</summary>
    internal static Report? Report(string folder)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(folder, ReportFiles.ReportName));
            return ReportJson.Read(file);
        }
        catch (Exception fault) when (fault is IOException or AnalyticsException)
        {
            return null;
        }
    }
}
