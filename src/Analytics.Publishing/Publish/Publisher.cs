using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Publishing.Published;
using Analytics.Publishing.Revisions;
using Analytics.Reporting.Words;

namespace Analytics.Publishing.Publish;

/// <summary>
/// Renders a report, checks what was rendered and makes it appear as a version, <c>&lt;out&gt;/&lt;period&gt;/&lt;scope&gt;/v&lt;n&gt;</c>, in one step.
/// A report that fails
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
    /// <param name="cancellation">Stops before a file is rendered or written; nothing is published then.</param>
    /// <exception cref="AnalyticsException">
    /// AN5201: a check failed, each with its reason. AN5202: not writable. AN5203: disk full. AN5204: another publisher did not end in time.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Publication Publish(
        Report report, ReportWords words, PublishTarget target, RunRecord run, TimeProvider time, CancellationToken cancellation = default)
        => Publish(report, words, target, run, time, null, cancellation);

    internal static Publication Publish(
        Report report,
        ReportWords words,
        PublishTarget target,
        RunRecord run,
        TimeProvider time,
        Action<string>? step,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        ReportChecks.DemandTies(report);
        var folder = Path.Combine(Path.GetFullPath(target.Folder), report.Header.Period, ScopeFolder.Name(report.Header.Scope));
        using var store = VersionStore.Open(folder, target.Wait, time, cancellation);
        var versions = store.Versions();
        var published = NewestOf(words.Language, store, versions);
        if (target.OnlyWhenRevised && published is { } standing && Stands(store.FolderOf(standing), report, run))
        {
            return PublishedVersion.Find(store.FolderOf(standing))!;
        }

        report = Revised(report, store, versions);
        var files = new ReportFiles(report, words, run.Clock, cancellation);
        if (published is { } existing && store.Holds(existing, files.Common) && store.HoldsOnly(existing, files.Of(existing)))
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
            step,
            cancellation);
        return Describe(report, words, store.FolderOf(version), version, files, isNew: true);
    }

    private static bool Check(string folder, string workbook, Report report, ReportWords words)
    {
        ReportChecks.DemandFiles(folder, workbook, report, words);
        return true;
    }

    /// <summary>The newest version of that language. Whether an older one holds the content does not count: going back is news.</summary>
    private static int? NewestOf(string language, VersionStore store, IReadOnlyList<int> versions)
        => versions.Select(v => (int?)v).FirstOrDefault(v => PublishedVersion.Run(store.FolderOf(v!.Value))?.Language == language);

    /// <summary>Whether that version was made with the same settings and shows the same figures.</summary>
    private static bool Stands(string folder, Report report, RunRecord run)
        => PublishedVersion.Run(folder)?.ConfigurationHash == run.ConfigurationHash
        && PublishedVersion.Report(folder) is { } before && RevisionStudy.Between(before, 0, report).TotalFigures == 0;

    /// <summary>The report with what has changed since the newest version; the same content keeps the list it was published with.</summary>
    private static Report Revised(Report report, VersionStore store, IReadOnlyList<int> versions)
    {
        if (versions.Count == 0 || PublishedVersion.Report(store.FolderOf(versions[0])) is not { } before)
        {
            return report;
        }

        var same = report with { Revisions = before.Revisions };
        var revisions = RevisionStudy.Between(before, versions[0], report);
        return ReportFiles.Json(same).AsSpan().SequenceEqual(ReportFiles.Json(before)) ? same
            : revisions.Rows.Count + revisions.TotalFigures == 0 ? report
            : report with { Revisions = revisions };
    }

    private static Publication Describe(Report report, ReportWords words, string folder, int version, ReportFiles files, bool isNew) => new(
        report.Header.Period,
        Filter.TextOf(report.Header.Scope),
        version,
        folder,
        Path.Combine(folder, words.WorkbookName(version)),
        [
            .. files.Common.Where(f => f.Name.StartsWith(ReportFiles.ChartFolder, StringComparison.Ordinal))
                .Select(f => Path.Combine(folder, f.Name.Replace('/', Path.DirectorySeparatorChar))),
        ],
        Path.Combine(folder, ReportFiles.ReportName),
        Path.Combine(folder, RunFile.FileName),
        HeadlineWriter.Write(report, words),
        isNew) { Revisions = report.Revisions };
}
