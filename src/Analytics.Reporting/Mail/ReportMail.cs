using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Mail;

/// <summary>A report as a mail: what it says in sentences, with period, scope and filters stated, and the headline measures as a table.</summary>
public static class ReportMail
{
    /// <summary>Renders the mail. It computes nothing: every figure is the report's own.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">The language's words, made for this report.</param>
    /// <param name="enclosure">How the workbook comes with it.</param>
    public static MailContent Render(Report report, ReportWords words, WorkbookEnclosure enclosure)
    {
        var subject = Subject(report, words, enclosure);
        var sentences = HeadlineWriter.Write(report, words);
        var html = new MailHtml(words.Language, subject, sentences.Count > 0 ? sentences[0] : words.Get("cover.noHeadlines"));
        Band(html, report, words);
        Facts(html, report, words, enclosure);
        Headlines(html, report, words, sentences);
        MailKpis.Write(html, report, words);
        MailRevisions.Write(html, report, words);
        Enclosure(html, words, enclosure);
        Legend(html, words);
        return new MailContent(subject, html.Finish(), PlainMail.Render(report, words, enclosure, sentences));
    }

    /// <summary>Data cut-off, compared period, version and status, in this order; the last with its colour.</summary>
    internal static IReadOnlyList<(string Text, string Ink)> FactLines(Report report, ReportWords words, int version)
    {
        var header = report.Header;
        var cutOff = TimeZoneInfo.ConvertTimeFromUtc(
            DateTime.SpecifyKind(header.CutOff, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(header.TimeZone));
        var (status, colour) = DataStatus.Of(report, words);
        var data = header.DataVersion.Length > 8 ? header.DataVersion[..8] : header.DataVersion;
        return
        [
            (words.Get("cover.cutOff", cutOff.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), Palette.Soft),
            (words.Get("cover.compared", words.Period(header.Previous)), Palette.Soft),
            (words.Get("cover.version", string.Create(CultureInfo.InvariantCulture, $"v{version}"), data), Palette.Soft),
            (status, colour == Palette.Orange ? Palette.DarkOrange : colour),
        ];
    }

    /// <summary>What is said of the workbook, without the link.</summary>
    internal static string EnclosureLine(ReportWords words, WorkbookEnclosure enclosure)
        => words.Get(enclosure.Link is null ? "mail.attached" : "mail.linked", enclosure.FileName, NumberFormats.Fixed(enclosure.Bytes / 1e6, 1));

    private static string Subject(Report report, ReportWords words, WorkbookEnclosure enclosure)
    {
        var mark = report.Kpis.Any(k => k.Signal == Signal.Worse) ? Marks.Of(Signal.Worse) + " " : "";
        var text = words.Get("mail.subject", words.Title, words.Period(report.Header.Period), words.Scope);
        return mark + (report.Revisions is not null ? words.Get("mail.subjectRevised", text, enclosure.Version) : text);
    }

    private static void Band(MailHtml html, Report report, ReportWords words)
    {
        html.Open("24px 28px 20px", Palette.Navy)
            .Paragraph(words.Title, 24, Palette.White, bold: true)
            .Paragraph(words.Get("mail.period", words.Period(report.Header.Period), words.PeriodRange), 15, Palette.White, margin: "6px 0 0")
            .Paragraph(words.Get("cover.scope", words.Scope), 13, Palette.OnNavy, margin: "4px 0 0")
            .Close();
    }

    private static void Facts(MailHtml html, Report report, ReportWords words, WorkbookEnclosure enclosure)
    {
        html.Open("0", Palette.Pale).Table().Row();
        var facts = FactLines(report, words, enclosure.Version);
        for (var i = 0; i < facts.Count; i++)
        {
            var padding = i == 0 ? "10px 8px 10px 28px" : i == facts.Count - 1 ? "10px 28px 10px 8px" : "10px 8px";
            html.Cell(
                facts[i].Text,
                new MailLook(11, facts[i].Ink, IsBold: i == facts.Count - 1, Fill: Palette.Pale, Padding: padding, Vertical: "middle", IsLined: false));
        }

        html.EndRow();
        html.EndTable().Close();
    }

    private static void Headlines(MailHtml html, Report report, ReportWords words, IReadOnlyList<string> sentences)
    {
        html.Section(words.Get("cover.headlines"));
        html.Open().Table();
        for (var i = 0; i < sentences.Count; i++)
        {
            Sentence(html, report.Headlines[i].Signal, sentences[i]);
        }

        if (sentences.Count == 0)
        {
            Sentence(html, Signal.NoVerdict, words.Get("cover.noHeadlines"));
        }

        html.EndTable().Close();
    }

    private static void Sentence(MailHtml html, Signal signal, string sentence)
        => html.Row()
            .Cell(Marks.Of(signal), new MailLook(15, Palette.Of(signal), IsBold: true, Padding: "7px 0 7px 2px", Vertical: "top", Width: "24"))
            .Cell(sentence, new MailLook(14, Padding: "7px 0"))
            .EndRow();

    private static void Enclosure(MailHtml html, ReportWords words, WorkbookEnclosure enclosure)
    {
        html.Open("20px 28px 4px").Paragraph(EnclosureLine(words, enclosure), 13);
        if (enclosure.Link is { } link)
        {
            html.Link(link);
        }

        html.Close();
    }

    private static void Legend(MailHtml html, ReportWords words)
    {
        html.Open("14px 28px 24px")
            .Paragraph(words.Get("legend.signals"), 11, Palette.Soft)
            .Paragraph(words.Get("legend.cells"), 11, Palette.Soft)
            .Paragraph(words.Get("mail.definitions"), 11, Palette.Soft)
            .Close();
    }
}
