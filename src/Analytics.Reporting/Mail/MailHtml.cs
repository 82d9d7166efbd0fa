using System.Globalization;
using System.Net;
using System.Text;

namespace Analytics.Reporting.Mail;

/// <summary>
/// Writes HTML that looks the same in Outlook (which lays out by Word), in browsers and on telephones: nested tables, inline styles,
/// background colours as attributes too, no style sheet and no picture. Every text is escaped on its way in.
/// </summary>
internal sealed class MailHtml
{
    /// <summary>Width of the sheet, px: what readers of mail show without scrolling.</summary>
    public const int Width = 720;
    private const string Fonts = "font-family:'Microsoft YaHei','PingFang SC','Segoe UI',Arial,sans-serif;";
    private readonly StringBuilder _html = new();

    /// <summary>Opens the document and the sheet everything stands on.</summary>
    /// <param name="language">Language tag of the document.</param>
    /// <param name="title">Title of the document.</param>
    /// <param name="preview">What lists of mails show beside the subject; not visible in the mail itself.</param>
    public MailHtml(string language, string title, string preview)
    {
        _html
            .Append("<!DOCTYPE html>\n<html lang=\"")
            .Append(Escape(language))
            .Append("\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light\"><title>")
            .Append(Escape(title))
            .Append("</title></head>\n")
            .Append("<body style=\"margin:0;padding:0;background-color:#" + Palette.MailGround + ";\" bgcolor=\"#" + Palette.MailGround + "\">\n")
            .Append("<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all;\">").Append(Escape(preview)).Append("</div>\n")
            .Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#" + Palette.MailGround
                + "\"><tr><td align=\"center\" style=\"padding:20px 8px;\">\n")
            // Outlook lays out by Word, which does not know max-width
            .Append(
                CultureInfo.InvariantCulture,
                $"<!--[if mso]><table role=\"presentation\" width=\"{Width}\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" bgcolor=\"#{Palette.White}\" "
                    + $"style=\"max-width:{Width}px;background-color:#{Palette.White};\">\n");
    }

    /// <summary>Opens a row of the sheet.</summary>
    /// <param name="padding">CSS padding.</param>
    /// <param name="fill">Background, six hexadecimal digits.</param>
    public MailHtml Open(string padding = "0 28px", string fill = Palette.White)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<tr><td align=\"left\" bgcolor=\"#{fill}\" style=\"padding:{padding};background-color:#{fill};\">");
        return this;
    }

    /// <summary>Closes a row of the sheet.</summary>
    public void Close() => _html.Append("</td></tr>\n");

    /// <summary>A line of text.</summary>
    public MailHtml Paragraph(string text, int size, string ink = Palette.MailInk, bool bold = false, string margin = "0")
    {
        _html.Append(CultureInfo.InvariantCulture, $"<div style=\"{Style(size, ink, bold)}margin:{margin};\">").Append(Escape(text)).Append("</div>");
        return this;
    }

    /// <summary>A heading of a section, in a row of its own.</summary>
    public void Section(string text) => Open("22px 28px 8px").Paragraph(text, 16, Palette.Navy, bold: true).Close();

    /// <summary>Opens a table as wide as its row.</summary>
    public MailHtml Table(bool isData = false)
    {
        _html.Append(
            CultureInfo.InvariantCulture,
            $"<table{(isData ? "" : " role=\"presentation\"")} width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
                + $"style=\"border-collapse:collapse;\">\n");
        return this;
    }

    /// <summary>Closes a table.</summary>
    public MailHtml EndTable()
    {
        _html.Append("</table>");
        return this;
    }

    /// <summary>Begins a row of a table.</summary>
    public MailHtml Row()
    {
        _html.Append("<tr>");
        return this;
    }

    /// <summary>Ends a row of a table.</summary>
    public void EndRow() => _html.Append("</tr>\n");

    /// <summary>A heading of a column.</summary>
    public MailHtml Head(string text, string align = "left", string width = "")
    {
        _html
            .Append(
                CultureInfo.InvariantCulture,
                $"<th width=\"{width}\" align=\"{align}\" bgcolor=\"#{Palette.Navy}\" style=\"{Style(12, Palette.White, bold: true)}padding:8px 10px;"
                    + $"background-color:#{Palette.Navy};text-align:{align};\">")
            .Append(Escape(text))
            .Append("</th>");
        return this;
    }

    /// <summary>A cell: a line, and a smaller one below it where <paramref name="below"/> is not empty.</summary>
    /// <param name="text">The line.</param>
    /// <param name="look">How it looks.</param>
    /// <param name="below">The smaller line.</param>
    public MailHtml Cell(string text, MailLook look, string below = "")
    {
        var width = look.Width.Length == 0 ? "" : $" width=\"{look.Width}\"";
        var edge = look.IsLined ? $"border-bottom:1px solid #{Palette.Rule};" : "";
        var wrap = look.IsWhole ? "white-space:nowrap;" : "";
        _html
            .Append(
                CultureInfo.InvariantCulture,
                $"<td{width} align=\"{look.Align}\" valign=\"{look.Vertical}\" bgcolor=\"#{look.Fill}\" style=\"{Style(look.Size, look.Ink, look.IsBold)}"
                    + $"padding:{look.Padding};background-color:#{look.Fill};text-align:{look.Align};{edge}{wrap}\">")
            .Append(Escape(text));
        if (below.Length > 0)
        {
            _html
                .Append(CultureInfo.InvariantCulture, $"<div style=\"{Style(11, Palette.Soft, bold: false)}text-align:{look.Align};\">")
                .Append(Escape(below))
                .Append("</div>");
        }

        _html.Append("</td>");
        return this;
    }

    /// <summary>A link that says where it leads.</summary>
    public MailHtml Link(string address)
    {
        var isAddress = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if (isAddress)
        {
            _html
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<a href=\"{Escape(uri!.AbsoluteUri)}\" style=\"{Style(13, Palette.Blue, bold: false)}word-break:break-all;\">")
                .Append(Escape(address))
                .Append("</a>");
            return this;
        }

        return Paragraph(address, 13, Palette.Blue);
    }

    /// <summary>The finished document.</summary>
    public string Finish() => _html.Append("</table>\n<!--[if mso]></td></tr></table><![endif]-->\n</td></tr></table>\n</body></html>\n").ToString();

    private static string Style(int size, string ink, bool bold)
        => $"{Fonts}font-size:{size}px;line-height:{LineHeight(size)}px;color:#{ink};{(bold ? "font-weight:bold;" : "font-weight:normal;")}";

    private static int LineHeight(int size) => size < 16 ? (size * 8 / 5) + 1 : size * 4 / 3;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
