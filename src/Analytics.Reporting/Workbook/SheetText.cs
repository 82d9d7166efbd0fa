using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Reporting.Workbook;

/// <summary>Makes any text safe to stand in a cell, and measures how wide it will be.</summary>
internal static partial class SheetText
{
    /// <summary>Most characters a cell takes.</summary>
    public const int Longest = 32_767;

    /// <summary>
    /// The text as a cell can hold it: line ends as \n, control characters as their visible pictures (␁), lone surrogates as U+FFFD, and
    /// over-long text cut with <paramref name="cutMark"/> at its end ({0}: the full length). A literal <c>_x0041_</c> is not escaped here.
    /// </summary>
    public static string Clean(string text, string cutMark)
    {
        var clean = NeedsCleaning(text) ? Cleaned(text) : text;
        if (clean.Length <= Longest)
        {
            return clean;
        }

        var mark = string.Format(System.Globalization.CultureInfo.InvariantCulture, cutMark, text.Length);
        var end = Longest - mark.Length;
        return string.Concat(clean.AsSpan(0, char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end), mark);
    }

    /// <summary>Whether a spreadsheet would read the text as a formula when it is typed: it begins with = + - @, tab or line end.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    /// <summary>Escapes what a workbook's XML would decode: a literal <c>_x0041_</c> becomes <c>_x005F_x0041_</c>.</summary>
    public static string EscapeCodes(string text) => text.Contains("_x", StringComparison.Ordinal) ? Code().Replace(text, "_x005F$&") : text;

    /// <summary>The text as XML markup, cleaned as a cell's text is.</summary>
    public static string Markup(string text) => SecurityElement.Escape(Clean(text, "")) ?? "";

    /// <summary>Width in digits of a standard font; Chinese, full-width signs and emoji count two. The widest line counts.</summary>
    public static int Width(string text)
    {
        int widest = 0, width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\n')
            {
                width = 0;
            }
            else
            {
                width += IsWide(rune.Value) ? 2 : 1;
            }

            widest = Math.Max(widest, width);
        }

        return widest;
    }

    /// <summary>The text cut to a width, with … at its end where something is cut; never shorter than three units.</summary>
    public static string Shortened(string text, int width)
    {
        if (Width(text) <= Math.Max(3, width))
        {
            return text;
        }

        var (kept, used) = (new StringBuilder(), 2);
        foreach (var rune in text.EnumerateRunes())
        {
            used += IsWide(rune.Value) ? 2 : 1;
            if (used > Math.Max(3, width))
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString().TrimEnd() + "…";
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
        {
            if (c < ' ' && c != '\n' && c != '\t' || c is '\u007f' or >= '\ufffe' || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' or '\t' => clean.Append((char)rune.Value),
                < ' ' => clean.Append((char)('\u2400' + rune.Value)),
                0x7f => clean.Append('\u2421'),
                0xfffe or 0xffff => clean.Append('\ufffd'),
                _ => clean.Append(rune.ToString()),
            };
        }

        return clean.ToString();
    }

    private static bool IsWide(int c) => c is (>= 0x1100 and <= 0x115f) or (>= 0x2014 and <= 0x2026) or (>= 0x2190 and <= 0x2bff) or (>= 0x2e80 and <= 0xa4cf)
        or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f)
        or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or >= 0x1f300;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Code();
}
