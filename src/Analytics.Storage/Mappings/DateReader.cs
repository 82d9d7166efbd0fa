using System.Globalization;
using System.Text;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>Reads dates and times in the formats of a mapping, or in the usual ones where it names none.</summary>
internal sealed class DateReader
{
    private const int LongestDate = 64;

    private static readonly DateFormat[] Usual =
    [
        .. new[]
        {
            "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mmK",
            "yyyy-MM-dd HH:mm:sszzz", "yyyy/M/d", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyy-M-d", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm", "yyyyMMdd", "yyyyMMddHHmmss",
            "yyyy年M月d日", "yyyy年M月d日 H:mm:ss", "yyyy年M月d日 H:mm", "yyyy.M.d", "yyyy-MM", "yyyy/M", "yyyy年M月", "yyyyMM",
        }.Select(p => new DateFormat(p)),
    ];

    private static readonly DateFormat[] UsualTimes = [.. new[] { "H:mm:ss", "H:mm", "h:mm:ss tt", "h:mm tt", "HHmmss" }.Select(p => new DateFormat(p))];

    private const string MomentPattern = "yyyy-MM-dd HH:mm:ss";

    private readonly bool _isNamed;

    // The usual formats exclude each other, so the one that fitted last may be tried first; named ones are tried in the mapping's order.
    private int _lastUsual = -1;

    private DateReader(DateFormat[] formats, bool isNamed) => (Formats, _isNamed) = (formats, isNamed);

    /// <summary>Formats in the order they are tried.</summary>
    public DateFormat[] Formats { get; }

    public static DateReader Of(IReadOnlyList<string> patterns) => patterns.Count == 0 ? new(Usual, false) : new([.. patterns.Select(p => new DateFormat(p))], true);

    public static DateReader OfTimes(IReadOnlyList<string> patterns) => patterns.Count == 0 ? new(UsualTimes, false) : new([.. patterns.Select(p => new DateFormat(p))], true);

    /// <summary>Coarsest precision of the named formats; null where none is named.</summary>
    public DatePrecision? NamedPrecision => _isNamed ? Formats.Max(f => f.Precision) : null;

    /// <summary>Reads a date; <paramref name="format"/> is the index of the format that fitted.</summary>
    public bool TryRead(ReadOnlySpan<byte> utf8, out DateTime value, out int format)
    {
        (value, format) = (default, -1);
        if (utf8.Length > LongestDate) return false;
        Span<char> chars = stackalloc char[LongestDate];
        var text = chars[..Encoding.UTF8.GetChars(utf8, chars)];
        if (_lastUsual >= 0 && TryRead(text, Formats[_lastUsual], out value))
        {
            format = _lastUsual;
            return true;
        }

        for (var i = 0; i < Formats.Length; i++)
        {
            if (!TryRead(text, Formats[i], out value)) continue;
            format = i;
            if (!_isNamed) _lastUsual = i;
            return true;
        }

        return false;
    }

    private static bool TryRead(ReadOnlySpan<char> text, DateFormat format, out DateTime value)
    {
        if (!format.IsExcel)
        {
            if (format.Pattern == MomentPattern && text.Length == MomentPattern.Length) return TryReadMoment(text, out value);
            var style = format.HasOffset ? DateTimeStyles.AdjustToUniversal : DateTimeStyles.NoCurrentDateDefault;
            return DateTime.TryParseExact(text, format.Pattern, CultureInfo.InvariantCulture, style, out value);
        }

        value = default;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) || serial is < 1 or >= 2_958_466) return false;
        value = new DateTime(1899, 12, 30).AddMilliseconds(Math.Round(serial * 86_400_000));
        return true;
    }

    /// <summary>The format of most sources, without the general parser's detours.</summary>
    private static bool TryReadMoment(ReadOnlySpan<char> text, out DateTime value)
    {
        value = default;
        if (text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':' || text[16] != ':') return false;
        var (year, month, day) = ((Two(text, 0) * 100) + Two(text, 2), Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        // a digit that is none makes its number negative
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        value = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    private static int Two(ReadOnlySpan<char> text, int at) => char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -1_000_000;
}
