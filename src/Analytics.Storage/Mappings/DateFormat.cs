using System.Globalization;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>One date format of a mapping, with what it can tell.</summary>
internal sealed record DateFormat(string Pattern)
{
    private const string Excel = "excel";
    private static readonly DateTime Example = new(2026, 11, 22, 13, 14, 15, DateTimeKind.Unspecified);

    /// <summary>Serial day numbers as Excel keeps them, counted from 1899-12-30.</summary>
    public bool IsExcel { get; } = Pattern == Excel;

    /// <summary>Instant where it has hours, day where it has days, else month.</summary>
    public DatePrecision Precision { get; } = Pattern == Excel ? DatePrecision.Instant
        : Pattern.AsSpan().IndexOfAny('H', 'h') >= 0 ? DatePrecision.Instant
        : Pattern.Contains('d', StringComparison.Ordinal) ? DatePrecision.Day
        : DatePrecision.Month;

    /// <summary>Whether values carry their own offset from UTC.</summary>
    public bool HasOffset { get; } = Pattern.AsSpan().IndexOfAny('z', 'K') >= 0;

    /// <summary>Whether day and month are both numbers, so that one could be taken for the other.</summary>
    public bool IsNumeric { get; } = Pattern.Contains('d', StringComparison.Ordinal) && !Pattern.Contains("MMM", StringComparison.Ordinal) && !Pattern.Contains("ddd", StringComparison.Ordinal);

    /// <summary>Whether the day is written before the month.</summary>
    public bool IsDayFirst { get; } = Pattern.IndexOf('d', StringComparison.Ordinal) < Pattern.IndexOf('M', StringComparison.Ordinal);

    public static bool IsUsable(string pattern)
    {
        if (pattern == Excel) return true;
        if (pattern.Length < 2 || !pattern.Any("yMdHhms".Contains)) return false;
        try
        {
            var text = Example.ToString(pattern, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(text, pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
