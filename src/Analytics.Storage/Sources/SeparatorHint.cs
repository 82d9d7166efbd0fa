namespace Analytics.Storage.Sources;

/// <summary>The line <c>sep=;</c> that Excel writes above the header of a CSV to name its delimiter.</summary>
internal static class SeparatorHint
{
    /// <summary>Whether a line (UTF-8) is one.</summary>
    public static bool IsOne(ReadOnlySpan<byte> line) => line.Length == 5 && line.StartsWith("sep="u8);

    /// <summary>The delimiter such a first line names; null where there is none.</summary>
    public static char? Of(string text)
    {
        var start = text.AsSpan().TrimStart('\uFEFF');
        return start.Length > 5 && start.StartsWith("sep=") && start[5] is '\r' or '\n' ? start[4] : null;
    }
}
