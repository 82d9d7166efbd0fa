using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Reporting.Text;

namespace Analytics.Pipeline.Publish;

/// <summary>
/// Renders a report, checks what was rendered and makes it appear as a version, <c>&lt;out&gt;/&lt;period&gt;/&lt;scope&gt;/v&lt;n&gt;</c>, in one step. A report that fails
/// a check is not published, and what was there stays. The same report in the same language gives the same bytes (times in <c>run.json</c> aside), and
/// content that is already the newest version of its language is not published again.
/// </summary>
public static class Publisher
{
    /// <summary>Publishes.</summary>
    /// <param name="report">What to publish.</param>
    /// <param name="words">The language's words, made for this report.</param>
    /// <param name="target">Where.</param>
    /// <param name="run">What <c>run.json</c> says of the run.</param>
    /// <param name="time">Times the wait for another publisher.</param>
    /// <exception cref="AnalyticsException">
    /// AN5201: a check failed, each with its reason. AN5202: not writable. AN5203: disk full. AN5204: another publisher did not end in time.
    /// </exception>
    public static Publication Publish(Report report, ReportWords words, PublishTarget target, RunRecord run, TimeProvider time) => Publish(report, words, target, run, time, null);

    internal static Publication Publish(Report report, ReportWords words, PublishTarget target, RunRecord run, TimeProvider time, Action<string>? step)
    {
        ReportChecks.DemandTies(report);
        var files = new ReportFiles(report, words, run.Clock);
        var folder = Path.Combine(Path.GetFullPath(target.Folder), report.Header.Period, ScopeFolder.Name(report.Header.Scope));
        using var store = VersionStore.Open(folder, target.Wait, time);
        var versions = store.Versions();
        if (Unchanged(store, versions, words.Language, files) is { } existing)
        {
            return Describe(report, words, store.FolderOf(existing), existing, files, isNew: false);
        }

        var version = versions.Count == 0 ? 1 : versions[0] + 1;
        var content = files.Of(version);
        store.Publish(
            version,
            content,
            written => run.Clock.Measure("checks", () => Check(written, content[0].Name, report, words)),
            () => RunFile.Of(report, words.Language, run, content, ReportChecks.Names).ToBytes(),
            step);
        return Describe(report, words, store.FolderOf(version), version, files, isNew: true);
    }

    private static bool Check(string folder, string workbook, Report report, ReportWords words)
    {
        ReportChecks.DemandFiles(folder, workbook, report, words);
        return true;
    }

    /// <summary>The newest version of that language, if it holds this content. An older one does not count: going back is news.</summary>
    private static int? Unchanged(VersionStore store, IReadOnlyList<int> versions, string language, ReportFiles files)
    {
        foreach (var version in versions)
        {
            if (RunFile.TryLoad(Path.Combine(store.FolderOf(version), VersionStore.RunFile)) is { } run && run.Language == language)
            {
                return store.Holds(version, files.Common) && store.HoldsOnly(version, files.Of(version)) ? version : null;
            }
        }

        return null;
    }

    private static Publication Describe(Report report, ReportWords words, string folder, int version, ReportFiles files, bool isNew) => new(
        report.Header.Period,
        report.Header.Scope.Count == 0 ? "all" : string.Join(',', report.Header.Scope),
        version,
        folder,
        Path.Combine(folder, words.WorkbookName(version)),
        [.. files.Common.Where(f => f.Name.StartsWith(ReportFiles.ChartFolder, StringComparison.Ordinal)).Select(f => Path.Combine(folder, f.Name.Replace('/', Path.DirectorySeparatorChar)))],
        Path.Combine(folder, ReportFiles.ReportName),
        Path.Combine(folder, VersionStore.RunFile),
        HeadlineWriter.Write(report, words),
        isNew);
}
