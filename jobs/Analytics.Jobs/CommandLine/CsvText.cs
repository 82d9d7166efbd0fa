namespace Analytics.Jobs.CommandLine;

/// <summary>Lines of comma-separated values after RFC 4180.</summary>
internal static class CsvText
{
    /// <summary>One line, without its end.</summary>
    public static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string text) => text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
