using System.Text;

namespace Analytics.Storage.Privacy;

/// <summary>
/// Hides mainland mobile numbers (1, then 3–9, then nine digits) in free text: 13812341234 becomes 138****1234, and so do those written
/// in the usual groups of 3, 4 and 4 with hyphens, blanks or points between.
/// </summary>
public static class MobileNumberMask
{
    private const int Digits = 11;
    private const int Area = 3;
    private const int Grouped = 13;

    /// <summary>
    /// Overwrites the middle four digits of every such number in place. A longer run of digits is no mobile number and stays, except
    /// behind the country code 86.
    /// </summary>
    /// <returns>Numbers hidden.</returns>
    public static int Hide(Span<byte> utf8)
    {
        var (hidden, at) = (0, 0);
        while (at < utf8.Length)
        {
            var next = utf8[at..].IndexOfAnyInRange((byte)'0', (byte)'9');
            if (next < 0) break;
            at += next;
            var run = utf8[at..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (run < 0) run = utf8.Length - at;
            if (run == Area && HideGroups(utf8[at..]))
            {
                hidden++;
                run = Grouped;
            }

            var start = run == Digits ? at : run == Digits + 2 && utf8[at] == '8' && utf8[at + 1] == '6' ? at + 2 : -1;
            if (start >= 0 && IsMobile(utf8[start..]))
            {
                utf8.Slice(start + 3, 4).Fill((byte)'*');
                hidden++;
            }

            at += run;
        }

        return hidden;
    }

    /// <summary>Hides a number in groups that begins where the span does: 138-1234-1234.</summary>
    private static bool HideGroups(Span<byte> utf8)
    {
        var isNumber = utf8.Length >= Grouped && IsMobile(utf8) && (utf8[Area] is (byte)'-' or (byte)' ' or (byte)'.') && utf8[Area + 5] == utf8[Area]
            && AreDigits(utf8.Slice(Area + 1, 4)) && AreDigits(utf8.Slice(Area + 6, 4)) && (utf8.Length == Grouped || !AreDigits(utf8.Slice(Grouped, 1)));
        if (isNumber) utf8.Slice(Area + 1, 4).Fill((byte)'*');
        return isNumber;
    }

    private static bool IsMobile(ReadOnlySpan<byte> utf8) => utf8[0] == '1' && utf8[1] is >= (byte)'3' and <= (byte)'9';

    private static bool AreDigits(ReadOnlySpan<byte> utf8) => !utf8.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>Whether <see cref="Hide(Span{byte})"/> would hide anything.</summary>
    public static bool Finds(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < Digits) return false;
        Span<byte> copy = utf8.Length <= 1024 ? stackalloc byte[utf8.Length] : new byte[utf8.Length];
        utf8.CopyTo(copy);
        return Hide(copy) > 0;
    }

    /// <summary>The text with every such number hidden; the same instance where there is none.</summary>
    public static string Hide(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Hide(utf8) == 0 ? text : Encoding.UTF8.GetString(utf8);
    }
}
