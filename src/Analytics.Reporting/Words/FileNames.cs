using System.Text;

namespace Analytics.Reporting.Words;

/// <summary>Turns labels into parts of file names that every file system takes.</summary>
internal static class FileNames
{
    /// <summary>Chinese characters take three bytes each, and most file systems end a name at 255.</summary>
    private const int LongestPart = 60;

    /// <summary>
    /// The label without separators, control and reserved characters and without dots or blanks at its ends; at most 60 characters, <c>_</c> where
    /// nothing is left.
    /// </summary>
    public static string Part(string label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var rune in label.EnumerateRunes())
        {
            var bad = Rune.IsControl(rune) || "<>:\"/\\|?*".Contains((char)rune.Value, StringComparison.Ordinal) && rune.IsBmp;
            if (text.Length + rune.Utf16SequenceLength > LongestPart)
            {
                break;
            }

            text.Append(bad ? "_" : Rune.IsWhiteSpace(rune) ? "-" : rune.ToString());
        }

        var part = text.ToString().Trim('.', '-', ' ');
        return part.Length == 0 ? "_" : part;
    }
}
