using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Analytics.Pipeline.Deliver.Mail;

/// <summary>A mail as MIME: text and HTML as alternatives, the workbook attached under its own name in any script.</summary>
internal static class MimeMail
{
    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Longest value of one parameter; longer names are cut into the numbered parts of RFC 2231, so that no line grows too long.</summary>
    private const int LongestParameter = 60;

    /// <summary>Builds the message; whoever asks for it disposes of it, and with it of the opened attachment.</summary>
    public static MailMessage Of(OutgoingMail mail)
    {
        var message = new MailMessage(new MailAddress(mail.From, mail.FromName, Encoding.UTF8), new MailAddress(mail.To))
        {
            Subject = OneLine(mail.Content.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        try
        {
            message.Headers.Add("Message-ID", mail.MessageId);
            message.Headers.Add("Auto-Submitted", "auto-generated");
            message.Headers.Add("X-Auto-Response-Suppress", "All");
            message.AlternateViews.Add(View(mail.Content.Text, MediaTypeNames.Text.Plain));
            message.AlternateViews.Add(View(mail.Content.Html, MediaTypeNames.Text.Html));
            if (mail.Attachment is { } path)
            {
                message.Attachments.Add(Attached(path));
            }

            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>A subject may hold labels of the data, and a line break in it would begin another header.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    private static Attachment Attached(string path)
    {
        var name = Path.GetFileName(path);
        var attachment = new Attachment(path, XlsxType) { TransferEncoding = TransferEncoding.Base64, NameEncoding = Encoding.UTF8 };
        attachment.Name = name;
        var disposition = attachment.ContentDisposition!;
        disposition.DispositionType = DispositionTypeNames.Attachment;
        disposition.Parameters.Remove("filename");
        foreach (var (key, value) in FileName(name))
        {
            disposition.Parameters.Add(key, value);
        }

        return attachment;
    }

    /// <summary>
    /// The file name as RFC 2231 has it, <c>filename*=UTF-8''%E6%BB%A1…</c>, in parts where it is long. The name in the content type, as encoded word,
    /// serves readers that know only that.
    /// </summary>
    private static IEnumerable<(string Key, string Value)> FileName(string name)
    {
        if (name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            return [("filename", name)];
        }

        var whole = "UTF-8''"
            + Uri.EscapeDataString(name)
                .Replace("'", "%27", StringComparison.Ordinal)
                .Replace("(", "%28", StringComparison.Ordinal)
                .Replace(")", "%29", StringComparison.Ordinal)
                .Replace("*", "%2A", StringComparison.Ordinal)
                .Replace("!", "%21", StringComparison.Ordinal);
        return whole.Length <= LongestParameter
            ? [("filename*", whole)]
            : Parts(whole).Index().Select(p => (string.Create(CultureInfo.InvariantCulture, $"filename*{p.Index}*"), p.Item));
    }

    /// <summary>Cuts between characters' escapes, never inside one.</summary>
    private static IEnumerable<string> Parts(string whole)
    {
        for (var at = 0; at < whole.Length;)
        {
            var end = Math.Min(at + LongestParameter, whole.Length);
            if (end < whole.Length)
            {
                var escape = whole.LastIndexOf('%', end - 1, Math.Min(3, end - at));
                end = escape > end - 3 && escape > at ? escape : end;
            }

            yield return whole[at..end];
            at = end;
        }
    }
}
