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
    /// <summary>Folders of the versions of a period and scope, newest first; none where nothing was published.</summary>
    /// <param name="folder">Folder of the period and scope.</param>
    public static IReadOnlyList<string> Folders(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder, "v*").Where(path => NumberOf(path) > 0).OrderByDescending(NumberOf)]
        : [];

    /// <summary>Number of a version, from 1; 0 where the folder is not a version's.</summary>
    /// <param name="folder">Folder of the version, <c>v&lt;n&gt;</c>.</param>
    public static int NumberOf(string folder)
        => int.TryParse(Path.GetFileName(folder).AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>What a version was made from, or null where its <c>run.json</c> is missing or not one.</summary>
    /// <param name="folder">Folder of the version.</param>
    public static RunFile? Run(string folder) => RunFile.TryLoad(Path.Combine(folder, RunFile.FileName));

    /// <summary>A published version as it was described when it was published, or null where the folder holds none that can be read.</summary>
    /// <param name="folder">Folder of the version.</param>
    public static Publication? Find(string folder)
    {
        if (Run(folder) is not { } run || Report(folder) is not { } report || NumberOf(folder) is not (> 0 and var version))
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
            Full(RunFile.FileName),
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
