using Analytics.Core.Reports;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Quality;

/// <summary>The revision list of the data-quality sheet: what this version shows differently from the one before.</summary>
internal static class RevisionRows
{
    private static readonly string[] Heads = ["subject", "label", "unit", "before", "after", "revision"];

    /// <summary>Writes the list; nothing for a first version.</summary>
    public static void Fill(SheetDraft sheet)
    {
        var words = sheet.Words;
        if (sheet.Draft.Report.Revisions is not { } revisions)
        {
            return;
        }

        sheet.Section(words.Get("quality.revisions", revisions.Since), Words.RevisionWriter.Sentence(sheet.Draft.Report, words));
        if (revisions.Figures.Count > 0)
        {
            sheet.Header(1, [.. Heads.Select(h => words.Get("head." + h))]);
            foreach (var revision in revisions.Figures)
            {
                Row(sheet, revision, sheet.Row++);
            }
        }

        if (revisions.TotalFigures > revisions.Figures.Count)
        {
            sheet.Note(words.Get("quality.moreRevisions", revisions.TotalFigures - revisions.Figures.Count));
        }

        sheet.Row++;
    }

    private static void Row(SheetDraft sheet, Revision revision, int row)
    {
        var words = sheet.Words;
        sheet.Put(row, 1, words.Subject(revision.Subject), CellLook.Text);
        sheet.Put(row, 2, revision.Label is null ? "" : words.Label(revision.Label), CellLook.Text, measure: false);
        sheet.Put(row, 3, words.Unit(revision.Unit), CellLook.Text, measure: false);
        sheet.Put(row, 4, revision.Before, revision.Unit);
        sheet.Put(row, 5, revision.After, revision.Unit);
        sheet.Change(row, 6, revision.Change is { } change ? Figure.Of(change) : Figure.Absent(AbsenceReasons.NotComparable), revision.Unit);
    }
}
