using System.Text;
using Analytics.Core.Reports;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Mail;

/// <summary>A report as the Markdown that the robots of group chats show: sentences and measures, no tables, no pictures.</summary>
public static class RobotMarkdown
{
    /// <summary>Renders the message within a size; where it would be larger, lines are left out from its end, and the last line says so.</summary>
    /// <param name="report">The report.</param>
    /// <param name="words">The language's words, made for this report.</param>
    /// <param name="enclosure">The workbook; its link is named where it has one.</param>
    /// <param name="largestBytes">UTF-8 bytes the robot takes at most.</param>
    public static string Render(Report report, ReportWords words, WorkbookEnclosure enclosure, int largestBytes)
    {
        var sentences = HeadlineWriter.Write(report, words);
        List<string> lines =
        [
            $"### {Safe(words.Title)} {Safe(words.Period(report.Header.Period))}",
            $"> {Safe(words.PeriodRange)}",
            $"> {Safe(words.Get("cover.scope", words.Scope))}",
            .. ReportMail.FactLines(report, words, enclosure.Version).Select(fact => $"> {Safe(fact.Text)}"),
            $"**{Safe(words.Get("cover.headlines"))}**",
            .. sentences.Index().Select(s => $"{Marks.Of(report.Headlines[s.Index].Signal)} {Safe(s.Item)}"),
            .. sentences.Count == 0 ? [Safe(words.Get("cover.noHeadlines"))] : Array.Empty<string>(),
            .. RevisionWriter.Sentence(report, words) is { } revised ? [Safe(revised)] : Array.Empty<string>(),
            $"**{Safe(words.Get("cover.kpis"))}**",
            .. MailKpis.Lines(report, words).Select(Safe),
        ];
        var end = enclosure.Link is { } link ? Link(words.Get("mail.open", enclosure.FileName), link) : Safe(enclosure.FileName);
        return Fit(lines, end, Safe(words.Get("mail.cut")), largestBytes);
    }

    /// <summary>Lines are apart by an empty one: robots join neighbouring lines otherwise.</summary>
    private static string Fit(List<string> lines, string end, string cut, int largestBytes)
    {
        var whole = string.Join("\n\n", [.. lines, end]);
        while (Encoding.UTF8.GetByteCount(whole) > largestBytes && lines.Count > 0)
        {
            lines.RemoveAt(lines.Count - 1);
            whole = string.Join("\n\n", [.. lines, cut, end]);
        }

        return whole;
    }

    private static string Link(string text, string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? $"[{Safe(text)}]({uri!.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})"
        : $"{Safe(text)} {Safe(address)}";

    /// <summary>
    /// Labels come from data: what a robot would read as mark-up, a link or a mention becomes its full-width form, since the robots know no escaping.
    /// </summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            safe.Append(text[i] switch
            {
                '\r' or '\n' => ' ',
                '*' => '＊',
                '`' => '｀',
                '<' when !char.IsAsciiDigit(next) => '＜',
                '@' => '＠',
                ']' when next == '(' => '］',
                var plain => plain,
            });
        }

        return safe.ToString();
    }
}
