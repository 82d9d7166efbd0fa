namespace Analytics.Jobs.Cli;

/// <summary>Rows under headings for a fixed-width terminal; a Chinese character takes two places.</summary>
/// <param name="headings">Headings.</param>
internal sealed class TextTable(params IReadOnlyList<string> headings)
{
    private readonly List<IReadOnlyList<string>> _rows = [];

    /// <summary>Adds a row with one cell a heading.</summary>
    public void Add(params IReadOnlyList<string> cells) => _rows.Add(cells);

    /// <summary>The lines: headings, a rule, the rows. Columns that hold numbers only are right-aligned.</summary>
    public IEnumerable<string> Lines()
    {
        var columns = Enumerable.Range(0, headings.Count).ToList();
        var widths = columns.Select(c => _rows.Select(r => Width(r[c])).Append(Width(headings[c])).Max()).ToList();
        var right = columns.Select(c => _rows.Count > 0 && _rows.All(r => IsNumber(r[c]))).ToList();
        string Line(IReadOnlyList<string> cells) => string.Join("  ", columns.Select(c => Pad(cells[c], widths[c], right[c]))).TrimEnd();
        return [Line(headings), string.Join("  ", widths.Select(w => new string('-', w))), .. _rows.Select(Line)];
    }

    /// <summary>Terminal columns a text takes.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    private static string Pad(string text, int width, bool right)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return right ? blanks + text : text + blanks;
    }

    private static bool IsNumber(string text) =>
        text.Length == 0
            || (text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || "+-−.,%–—~()[] eE×".Contains(c, StringComparison.Ordinal)))
            || text is "—" or "*";

    /// <summary>East Asian wide and full-width forms (Unicode TR 11), by block.</summary>
    private static bool IsWide(int code) => code is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
        or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD;
}
