using System.Globalization;
using System.Text;

namespace Analytics.Storage.Mappings;

/// <summary>Reads numbers written with a point or a comma, with or without thousands marks, with or without a percent sign.</summary>
internal static class NumberReader
{
    private const int LongestNumber = 40;

    /// <summary>A finite number. Thousands marks count only where they part groups of three.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, bool decimalComma, out double value)
    {
        if (!decimalComma && double.TryParse(utf8, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)) return double.IsFinite(value);
        value = 0;
        if (Plain(utf8, decimalComma) is not { } plain) return false;
        var isPercent = plain.EndsWith('%');
        if (!double.TryParse(plain.AsSpan(0, plain.Length - (isPercent ? 1 : 0)), NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return false;
        if (isPercent) value /= 100;
        return double.IsFinite(value);
    }

    /// <summary>Money exactly as written.</summary>
    public static bool TryReadMoney(ReadOnlySpan<byte> utf8, bool decimalComma, out decimal value)
    {
        value = 0;
        return Plain(utf8, decimalComma) is { } plain && decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    // Rewrites 1.234,5 or 1,234.5 as 1234.5; null where the marks stand wrong.
    private static string? Plain(ReadOnlySpan<byte> utf8, bool decimalComma)
    {
        if (utf8.Length is 0 or > LongestNumber) return null;
        var text = Encoding.UTF8.GetString(utf8);
        var (group, point) = decimalComma ? ('.', ',') : (',', '.');
        var at = text.IndexOf(point, StringComparison.Ordinal);
        var whole = at < 0 ? text.AsSpan() : text.AsSpan(0, at);
        if (whole.Contains(group) && !IsGrouped(whole, group)) return null;
        if (at >= 0 && text.AsSpan(at + 1).Contains(group)) return null;
        return text.Replace(group.ToString(), "", StringComparison.Ordinal).Replace(point, '.');
    }

    private static bool IsGrouped(ReadOnlySpan<char> whole, char group)
    {
        whole = whole.TrimStart("+-").TrimEnd('%');
        var first = whole.IndexOf(group);
        if (first is < 1 or > 3) return false;
        for (var i = first; i < whole.Length; i += 4)
        {
            if (whole[i] != group || i + 3 >= whole.Length || whole.Slice(i + 1, 3).Contains(group)) return false;
        }

        return true;
    }
}
