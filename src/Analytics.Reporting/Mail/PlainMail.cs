using Analytics.Core.Reports;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Mail;

/// <summary>The mail for readers that show no HTML: the same facts, sentences and measures, line by line.</summary>
internal static class PlainMail
{
    /// <summary>The mail for readers that show no HTML: the same facts in the same order.</summary>
    public static string Render(Report report, ReportWords words, WorkbookEnclosure enclosure, IReadOnlyList<string> sentences)
    {
        List<string> lines =
        [
            words.Title,
            words.Get("mail.period", words.Period(report.Header.Period), words.PeriodRange),
            words.Get("cover.scope", words.Scope),
            .. ReportMail.FactLines(report, words, enclosure.Version).Select(fact => fact.Text),
            "",
            words.Get("mail.heading", words.Get("cover.headlines")),
            .. sentences.Index().Select(s => $"{Marks.Of(report.Headlines[s.Index].Signal)} {s.Item}"),
            .. sentences.Count == 0 ? [words.Get("cover.noHeadlines")] : Array.Empty<string>(),
            "",
            words.Get("mail.heading", words.Get("cover.kpis")),
            .. MailKpis.Lines(report, words),
            .. MailRevisions.Lines(report, words),
            "",
            ReportMail.EnclosureLine(words, enclosure),
            .. enclosure.Link is { } link ? [link] : Array.Empty<string>(),
            "",
            words.Get("legend.signals"),
            words.Get("legend.cells"),
            words.Get("mail.definitions"),
        ];
        return string.Join('\n', lines) + '\n';
    }
}
