using System.Security.Cryptography;
using System.Text;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Publishing.Publish;
using Analytics.Reporting.Json;

namespace Analytics.Publishing.Published;

/// <summary>A published version, read back from its folder. What passed no checks, or was changed since, is not one.</summary>
/// <param name="Report">The report.</param>
/// <param name="Run">What it was made from.</param>
/// <param name="Folder">Folder of the version, full path.</param>
/// <param name="Version">Version number, from 1.</param>
/// <param name="WorkbookName">File name of the workbook.</param>
/// <param name="WorkbookBytes">Its size.</param>
public sealed record PublishedReport(Report Report, RunFile Run, string Folder, int Version, string WorkbookName, long WorkbookBytes)
{
    /// <summary>Full path of the workbook.</summary>
    public string Workbook => Path.Combine(Folder, WorkbookName);

    /// <summary>Hash over the names and contents of all files, 64 hexadecimal digits.</summary>
    public string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Run.Files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => f.Name + ' ' + f.Sha256)))));

    /// <summary>The filters as text; <c>all</c> without any.</summary>
    public string Scope => Filter.TextOf(Run.Scope);

    /// <summary>Whether a headline measure is beyond its control limits.</summary>
    public bool HasSignal => Report.Kpis.Any(k => k.Signal is Signal.Worse or Signal.Better);

    /// <summary>Reads a version.</summary>
    /// <param name="folder">Folder of the version, <c>v&lt;n&gt;</c>.</param>
    /// <exception cref="AnalyticsException">
    /// AN6102: not a version, checks are missing from its <c>run.json</c>, or a file is not the one that was published.
    /// </exception>
    public static PublishedReport Load(string folder)
    {
        var full = Path.GetFullPath(folder);
        var run = PublishedVersion.Run(full) ?? throw PublishFaults.NotPublished(full, $"it has no readable {RunFile.FileName}");
        if (ReportChecks.Names.Except(run.ChecksPassed).ToList() is { Count: > 0 } missing)
        {
            throw PublishFaults.NotPublished(full, $"it did not pass the checks {string.Join(", ", missing)}");
        }

        foreach (var file in run.Files)
        {
            if (!Matches(full, file))
            {
                throw PublishFaults.NotPublished(full, $"'{file.Name}' is not the file that was published");
            }
        }

        var workbook = run.Files.Single(f => f.Name.EndsWith(".xlsx", StringComparison.Ordinal));
        using var json = File.OpenRead(Path.Combine(full, ReportFiles.ReportName));
        return new PublishedReport(ReportJson.Read(json), run, full, PublishedVersion.NumberOf(full), workbook.Name, workbook.Bytes);
    }

    /// <summary>The newest version of a period, scope and language, or null where none was published.</summary>
    /// <param name="outputFolder">The output folder of reports.</param>
    /// <param name="period">Period label.</param>
    /// <param name="scope">Filters.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>.</param>
    /// <exception cref="AnalyticsException">AN6102: it is there and damaged.</exception>
    public static PublishedReport? Newest(string outputFolder, string period, IReadOnlyList<Filter> scope, string language)
    {
        var folder = Path.Combine(Path.GetFullPath(outputFolder), period, ScopeFolder.Name(scope));
        var newest = PublishedVersion.Folders(folder).FirstOrDefault(version => PublishedVersion.Run(version)?.Language == language);
        return newest is null ? null : Load(newest);
    }

    private static bool Matches(string folder, RunFileEntry file)
    {
        var there = new FileInfo(Path.Combine(folder, file.Name.Replace('/', Path.DirectorySeparatorChar)));
        if (!there.Exists || there.Length != file.Bytes)
        {
            return false;
        }

        using var content = there.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(content)) == file.Sha256;
    }
}
