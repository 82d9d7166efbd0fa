using System.Text;
using Analytics.Storage.Privacy;

namespace Analytics.Storage.Mappings;

/// <summary>What cells have in common: blanks around them, telephone numbers inside.</summary>
internal static class CellText
{
    /// <summary>Without blanks at either end: spaces, tabs, line ends, no-break and ideographic spaces, byte order marks.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        while (true)
        {
            var length = cell.Length;
            cell = cell.Trim(" \t\r\n"u8);
            cell = Without(cell, [0xC2, 0xA0]);
            cell = Without(cell, [0xE3, 0x80, 0x80]);
            cell = Without(cell, [0xEF, 0xBB, 0xBF]);
            if (cell.Length == length) return cell;
        }
    }

    /// <summary>The text with mobile numbers hidden.</summary>
    public static string Masked(ReadOnlySpan<byte> cell)
    {
        if (cell.Length < 11 || !MobileNumberMask.Finds(cell)) return Encoding.UTF8.GetString(cell);
        var copy = cell.ToArray();
        MobileNumberMask.Hide(copy);
        return Encoding.UTF8.GetString(copy);
    }

    private static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> blank)
    {
        if (cell.StartsWith(blank)) cell = cell[blank.Length..];
        return cell.EndsWith(blank) ? cell[..^blank.Length] : cell;
    }
}
