using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>Says in one sentence what a later version has changed and why; workbook and mail say the same.</summary>
public static class RevisionWriter
{
    /// <summary>The sentence, or null for a first version.</summary>
    public static string? Sentence(Report report, ReportWords words) => report.Revisions is { } revisions
        ? words.Get("revision.sentence", revisions.Since, revisions.TotalFigures, Why(revisions, words))
        : null;

    /// <summary>Which rows made the figures change.</summary>
    private static string Why(ReportRevisions revisions, ReportWords words) => revisions.Rows.Count == 0
        ? words.Get("revision.other")
        : string.Join(words.Get("list.separator"), revisions.Rows.Select(rows => (rows.After - rows.Before) switch
        {
            > 0 and var late => words.Get("revision.late", NumberFormats.Fixed(late, 0), words.Table(rows.Table)),
            < 0 and var gone => words.Get("revision.withdrawn", NumberFormats.Fixed(-gone, 0), words.Table(rows.Table)),
            _ => words.Get("revision.corrected", words.Table(rows.Table)),
        }));
}
