using Analytics.Core.Reports;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Mail;

/// <summary>What a later version shows differently: the sentence that says why, and the figures that changed most.</summary>
internal static class MailRevisions
{
    /// <summary>Figures shown in a mail; the workbook lists more.</summary>
    private const int MostShown = 12;

    /// <summary>The section; nothing for a first version.</summary>
    public static void Write(MailHtml html, Report report, ReportWords words)
    {
        if (report.Revisions is not { } revisions)
        {
            return;
        }

        html.Section(words.Get("quality.revisions", revisions.Since));
        html.Open().Paragraph(RevisionWriter.Sentence(report, words)!, 14, margin: "0 0 8px");
        if (revisions.Figures.Count > 0)
        {
            html.Table(isData: true).Row();
            html.Head(words.Get("head.subject"), width: "46%")
                .Head(words.Get("head.before"), "right", "18%")
                .Head(words.Get("head.after"), "right", "18%")
                .Head(words.Get("head.revision"), "right", "18%")
                .EndRow();
            foreach (var revision in revisions.Figures.Take(MostShown))
            {
                var number = new MailLook(Align: "right", IsWhole: true);
                html.Row()
                    .Cell(Name(revision, words), new MailLook(), words.Unit(revision.Unit))
                    .Cell(words.Figure(revision.Before, revision.Unit), number)
                    .Cell(words.Figure(revision.After, revision.Unit), number with { IsBold = true })
                    .Cell(Change(revision, words), number)
                    .EndRow();
            }

            html.EndTable();
        }

        if (More(revisions) is > 0 and var more)
        {
            html.Paragraph(words.Get("quality.moreRevisions", more), 12, Palette.Soft, margin: "6px 0 0");
        }

        html.Close();
    }

    /// <summary>The same as lines of text; none for a first version.</summary>
    public static IEnumerable<string> Lines(Report report, ReportWords words)
    {
        if (report.Revisions is not { } revisions)
        {
            return [];
        }

        return
        [
            "",
            words.Get("mail.heading", words.Get("quality.revisions", revisions.Since)),
            RevisionWriter.Sentence(report, words)!,
            .. revisions.Figures.Take(MostShown).Select(r =>
                words.Get("mail.revisionLine", Name(r, words), words.Figure(r.Before, r.Unit), words.Figure(r.After, r.Unit), Change(r, words))),
            .. More(revisions) is > 0 and var more ? [words.Get("quality.moreRevisions", more)] : Array.Empty<string>(),
        ];
    }

    private static int More(ReportRevisions revisions) => revisions.TotalFigures - Math.Min(revisions.Figures.Count, MostShown);

    private static string Name(Revision revision, ReportWords words)
        => revision.Label is null ? words.Subject(revision.Subject) : $"{words.Subject(revision.Subject)} · {words.Label(revision.Label)}";

    private static string Change(Revision revision, ReportWords words)
        => revision.Change is { } change ? NumberFormats.Change(change, revision.Unit) : Marks.Absent;
}
