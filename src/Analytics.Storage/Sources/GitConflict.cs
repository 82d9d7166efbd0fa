using System.Text;

namespace Analytics.Storage.Sources;

/// <summary>The lines git leaves in a file whose merge was never resolved.</summary>
internal static class GitConflict
{
    private static readonly string[] Markers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    public static bool IsMarker(ReadOnlySpan<char> line)
    {
        foreach (var marker in Markers)
        {
            if (line.StartsWith(marker) && (line.Length == marker.Length || line[marker.Length] is ' ' or '\t')) return true;
        }

        return false;
    }

    /// <summary>Whether the first field of a record (UTF-8) begins such a line.</summary>
    public static bool IsMarker(ReadOnlySpan<byte> firstField)
    {
        if (firstField.Length < 7 || firstField[0] is not ((byte)'<' or (byte)'=' or (byte)'>' or (byte)'|')) return false;
        return IsMarker(Encoding.UTF8.GetString(firstField[..Math.Min(firstField.Length, 64)]).AsSpan());
    }
}
