using System.Globalization;

namespace Analytics.Jobs.Cli;

/// <summary>Lines of comma-separated values after RFC 4180.</summary>
internal static class CsvText
{
    /// <summary>One line, without its end. Text a spreadsheet would run as a formula gets an apostrophe before it.</summary>
    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(f => Field(IsFormula(f) ? "'" + f : f)));

    private static bool IsFormula(string text)
        => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t') && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
