using Analytics.Core.Reports;

namespace Analytics.Publishing.Publish;

/// <summary>A published version; what <c>report --json</c> prints. Paths are full.</summary>
/// <param name="Period">Period label.</param>
/// <param name="Scope">The filters as text (<c>region=武汉</c>), joined by commas; <c>all</c> without any.</param>
/// <param name="Version">Version number, from 1.</param>
/// <param name="Folder">Folder of the version.</param>
/// <param name="Workbook">The workbook.</param>
/// <param name="Charts">The charts, by name.</param>
/// <param name="Report"><c>report.json</c>.</param>
/// <param name="Run"><c>run.json</c>.</param>
/// <param name="Headlines">The headline sentences, in the report's language.</param>
/// <param name="IsNew">False where the content was published before: then this is the version that has it.</param>
public sealed record Publication(
    string Period,
    string Scope,
    int Version,
    string Folder,
    string Workbook,
    IReadOnlyList<string> Charts,
    string Report,
    string Run,
    IReadOnlyList<string> Headlines,
    bool IsNew)
{
    /// <summary>What has changed since the version before; null for a first version.</summary>
    public ReportRevisions? Revisions { get; init; }
}
