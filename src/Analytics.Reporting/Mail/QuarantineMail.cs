using System.Globalization;
using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Mail;

/// <summary>The mail that reminds the operators of the program of rows that wait in quarantine.</summary>
public static class QuarantineMail
{
    private static readonly string[] Heads = ["table", "rule", "field", "rows"];

    /// <summary>Renders the mail: how many rows wait, by table, rule and field, and what to do.</summary>
    /// <param name="waiting">What waits; at least one.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>; tables, rules and fields have the names the program and its mappings use.</param>
    /// <exception cref="AnalyticsException">AN5101: there are no words for the language.</exception>
    public static MailContent Render(IReadOnlyList<QuarantineSummary> waiting, string language)
    {
        var words = WordStore.Required(language);
        var subject = string.Format(CultureInfo.InvariantCulture, Word(words, "mail.quarantine.subject"), Number(waiting.Sum(w => w.Rows)));
        var (meaning, remedy) = (Word(words, "mail.quarantine.meaning"), Word(words, "mail.quarantine.remedy"));
        string[] heads = [.. Heads.Select(head => Word(words, "head." + head))];
        string[][] rows = [.. waiting.OrderByDescending(w => w.Rows).Select(w => (string[])[w.Table, w.Rule, w.Field, Number(w.Rows)])];
        return new MailContent(
            subject, Html(words, subject, meaning, remedy, heads, rows),
            string.Join('\n', [subject, "", meaning, "", .. rows.Prepend(heads).Select(row => string.Join(" · ", row)), "", remedy]) + '\n');
    }

    private static string Html(WordStore words, string subject, string meaning, string remedy, string[] heads, string[][] rows)
    {
        var html = new MailHtml(words.Language, subject, meaning);
        html.Open("22px 28px", Palette.Navy).Paragraph(subject, 22, Palette.White, bold: true).Close();
        html.Open("18px 28px 12px").Paragraph(meaning, 14).Close();
        html.Open("0 28px 4px").Table(isData: true).Row();
        for (var column = 0; column < heads.Length; column++)
        {
            html.Head(heads[column], Align(column));
        }

        html.EndRow();
        foreach (var row in rows)
        {
            html.Row();
            for (var column = 0; column < row.Length; column++)
            {
                html.Cell(row[column], new MailLook(Align: Align(column)));
            }

            html.EndRow();
        }

        html.EndTable().Close();
        html.Open("12px 28px 24px").Paragraph(remedy, 14).Close();
        return html.Finish();
    }

    private static string Align(int column) => column == Heads.Length - 1 ? "right" : "left";

    private static string Number(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private static string Word(WordStore words, string key)
        => words.Find(key) ?? throw new KeyNotFoundException($"The resources for {words.Language} have no word '{key}'.");
}
