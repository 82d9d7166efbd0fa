using System.Globalization;
using System.Text;

namespace Analytics.Reporting.Charts.Drawing;

/// <summary>
/// Estimates the width of text without a font: advance widths of Arial rounded up by class of character, full-width characters one em. Meant to err
/// on the wide side, so that what is laid out as fitting fits in every font of the list.
/// </summary>
internal static class TextMetrics
{
    /// <summary>Ends a text that was cut.</summary>
    public const string Ellipsis = "…";

    /// <summary>Width in px of a text at a font size in px.</summary>
    public static double Width(string text, double size)
    {
        var em = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            em += Advance(rune);
        }

        return em * size;
    }

    /// <summary>The longest beginning of the text that fits, with an ellipsis where something was left out.</summary>
    public static string Cut(string text, double width, double size)
    {
        if (Width(text, size) <= width)
        {
            return text;
        }

        var room = width - Width(Ellipsis, size);
        var kept = new StringBuilder();
        foreach (var element in Elements(text))
        {
            room -= Width(element, size);
            if (room < 0)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + Ellipsis;
    }

    /// <summary>Breaks a text into at most <paramref name="lines"/> lines; the last is cut with an ellipsis where the text is longer.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int lines)
    {
        var result = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0)
        {
            if (result.Count == lines - 1)
            {
                result.Add(Cut(rest, width, size));
                break;
            }

            var taken = Take(rest, width, size);
            result.Add(rest[..taken].TrimEnd());
            rest = rest[taken..].TrimStart();
        }

        return result;
    }

    /// <summary>As <see cref="Wrap"/>, with lines of about equal length instead of a short last one.</summary>
    public static IReadOnlyList<string> Balance(string text, double width, double size, int lines)
    {
        var best = Wrap(text, width, size, lines);
        for (var narrower = width - (size / 2); narrower > size * 2; narrower -= size / 2)
        {
            var next = Wrap(text, narrower, size, lines);
            if (next.Count > best.Count || next[^1].EndsWith(Ellipsis, StringComparison.Ordinal) || LongestWord(text) * size > narrower)
            {
                break;
            }

            best = next;
        }

        return best;
    }

    /// <summary>Width in em of the longest run of characters that wrapping should not break.</summary>
    public static double LongestWord(string text)
        => text.Split(' ', '/', '-', '–').Max(word => word.Any(c => c >= 0x2E80) ? 1 : Width(word, 1));

    /// <summary>Characters of the line that fit, ending where a line may break; at least one, so that wrapping always ends.</summary>
    private static int Take(string text, double width, double size)
    {
        var used = 0.0;
        var taken = 0;
        var breakable = 0;
        foreach (var element in Elements(text))
        {
            used += Width(element, size);
            if (used > width && taken > 0)
            {
                var room = element == " ";
                return room ? taken : breakable > 0 ? breakable : taken;
            }

            if (IsWide(element) && !IsClosing(element))
            {
                breakable = Math.Max(breakable, taken);
            }

            taken += element.Length;
            if (IsWide(element) || element is " " or "/" or "-" or "–" or "、")
            {
                breakable = taken;
            }
        }

        return text.Length;
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, i);
            yield return text.Substring(i, length);
            i += length;
        }
    }

    private static bool IsWide(string element) => Rune.TryGetRuneAt(element, 0, out var rune) && rune.Value >= 0x2E80;

    private static bool IsClosing(string element) => element is "，" or "。" or "、" or "）" or "；" or "：" or "！" or "？" or "》" or "”";

    private static double Advance(Rune rune) => rune.Value switch
    {
        >= 0x2E80 => 1,
        < 0x20 => 0,
        'i' or 'j' or 'l' or '\'' or '|' or 'I' => 0.3,
        ' ' or '.' or ',' or ':' or ';' or '!' or 'f' or 't' or '/' or '·' => 0.32,
        'r' or '(' or ')' or '[' or ']' or '-' => 0.37,
        'm' or 'M' or 'W' or '%' or '@' or '—' or '…' => 0.98,
        'w' or '+' or '<' or '>' or '=' or '≤' or '≥' or '×' or '±' or '−' => 0.76,
        >= '0' and <= '9' => 0.57,
        >= 'a' and <= 'z' => 0.58,
        >= 'A' and <= 'Z' => 0.73,
        >= 0x2190 => 1,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? 0 : 0.65,
    };
}
