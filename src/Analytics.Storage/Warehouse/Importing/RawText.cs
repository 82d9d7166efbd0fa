using System.Text;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>The escaping of <see cref="Core.Canonical.QuarantinedRow.Raw"/>: fields joined by tab, with <c>\t \n \r \\</c> inside them.</summary>
internal static class RawText
{
    /// <summary>Escapes one field.</summary>
    public static string Escape(string field) => field.AsSpan().IndexOfAny("\t\n\r\\") < 0
        ? field
        : field.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    /// <summary>The fields of an escaped row.</summary>
    public static IReadOnlyList<string> Split(string raw) => [.. raw.Split('\t').Select(Unescape)];

    private static string Unescape(string field)
    {
        if (!field.Contains('\\', StringComparison.Ordinal))
        {
            return field;
        }

        var text = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            text.Append(field[i] != '\\' || i + 1 == field.Length ? field[i] : field[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return text.ToString();
    }
}
