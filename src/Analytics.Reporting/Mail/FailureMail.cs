using System.Globalization;
using Analytics.Core;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Mail;

/// <summary>The mail that goes to the operators of the program instead of a report that did not come about.</summary>
public static class FailureMail
{
    /// <summary>Renders the mail: what failed, code and cause, what to do.</summary>
    /// <param name="notice">What failed.</param>
    /// <param name="language"><c>zh-CN</c> or <c>en</c>; cause and remedy are shown as the program wrote them, in English.</param>
    /// <param name="timeZone">IANA zone the moment is shown in.</param>
    /// <exception cref="AnalyticsException">AN5101: there are no words for the language.</exception>
    public static MailContent Render(FailureNotice notice, string language, string timeZone)
    {
        var words = WordStore.Required(language);
        var at = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(notice.At, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(timeZone));
        var title = Word(words, "mail.failure." + notice.Step);
        var subject = Format(words, "mail.failure.subject", title, notice.Period, notice.Scope, notice.Code);
        (string Name, string Value)[] facts =
        [
            (Word(words, "mail.failure.code"), notice.Code),
            (Word(words, "mail.failure.problem"), notice.Problem),
            (Word(words, "mail.failure.remedy"), notice.Remedy),
            (Word(words, "mail.failure.period"), notice.Period),
            (Word(words, "mail.failure.scope"), notice.Scope),
            (Word(words, "mail.failure.at"), $"{at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} {timeZone}"),
            (Word(words, "mail.failure.run"), notice.RunKey),
        ];
        var stays = Word(words, "mail.failure.stays." + notice.Step);
        return new MailContent(subject, Html(words, title, subject, facts, stays), Text(subject, facts, stays));
    }

    private static string Html(WordStore words, string title, string subject, (string Name, string Value)[] facts, string stays)
    {
        var html = new MailHtml(words.Language, subject, facts[1].Value);
        html.Open("22px 28px", Palette.Red).Paragraph(title, 22, Palette.White, bold: true).Paragraph(subject, 13, Palette.OnRed, margin: "6px 0 0").Close();
        html.Open("18px 28px 4px").Paragraph(stays, 14).Close();
        html.Open("8px 28px 24px").Table();
        foreach (var (name, value) in facts)
        {
            html.Row()
                .Cell(name, new MailLook(13, Palette.Soft, Width: "110", Padding: "9px 10px 9px 0", Vertical: "top"))
                .Cell(value, new MailLook(14))
                .EndRow();
        }

        html.EndTable().Close();
        return html.Finish();
    }

    private static string Text(string subject, (string Name, string Value)[] facts, string stays)
        => string.Join('\n', [subject, "", stays, "", .. facts.Select(f => $"{f.Name}: {f.Value}")]) + '\n';

    private static string Word(WordStore words, string key)
        => words.Find(key) ?? throw new KeyNotFoundException($"The resources for {words.Language} have no word '{key}'.");

    private static string Format(WordStore words, string key, params ReadOnlySpan<object?> arguments)
        => string.Format(CultureInfo.InvariantCulture, Word(words, key), arguments);
}
