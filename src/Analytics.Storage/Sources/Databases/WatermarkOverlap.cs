using System.Buffers.Binary;
using System.Globalization;

namespace Analytics.Storage.Sources.Databases;

/// <summary>How far behind its watermark a pull begins again: a time for watermarks that are dates, an amount for those that are numbers.</summary>
/// <param name="Duration">Time, for dates and times.</param>
/// <param name="Amount">Amount, for numbers and row versions.</param>
public sealed record WatermarkOverlap(TimeSpan Duration, long Amount)
{
    private static readonly string[] TextFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss.ffffff", "yyyy-MM-dd HH:mm:ss.fffffff",
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'",
        "yyyy/MM/dd", "yyyy/MM/dd HH:mm:ss", "yyyyMMdd", "yyyyMMddHHmmss",
    ];

    /// <summary>No overlap: a pull goes on strictly behind the last row of the one before.</summary>
    public static WatermarkOverlap None { get; } = new(TimeSpan.Zero, 0);

    /// <summary>Whether there is none.</summary>
    public bool IsNone => Duration == TimeSpan.Zero && Amount == 0;

    /// <summary>Reads <c>2d</c>, <c>36h</c>, <c>90m</c>, <c>45s</c>, or a bare whole number for watermarks that are numbers; <c>0</c> is none.</summary>
    /// <exception cref="FormatException">It is none of these, or negative.</exception>
    public static WatermarkOverlap Parse(string text)
    {
        var unit = text.Length > 0 ? text[^1] : ' ';
        var digits = char.IsAsciiDigit(unit) ? text : text[..^Math.Min(1, text.Length)];
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000)
        {
            throw new FormatException("it is no time such as 2d, 36h or 90m, nor a whole number.");
        }

        return unit switch
        {
            'd' => new(TimeSpan.FromDays(number), 0),
            'h' => new(TimeSpan.FromHours(number), 0),
            'm' => new(TimeSpan.FromMinutes(number), 0),
            's' => new(TimeSpan.FromSeconds(number), 0),
            _ when char.IsAsciiDigit(unit) => new(TimeSpan.Zero, number),
            _ => throw new FormatException($"the unit '{unit}' is none of d, h, m, s."),
        };
    }

    /// <summary>The overlap as <see cref="Parse"/> reads it.</summary>
    public override string ToString() =>
        Duration == TimeSpan.Zero ? Amount.ToString(CultureInfo.InvariantCulture)
        : Duration.Ticks % TimeSpan.TicksPerDay == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Duration.Days}d")
        : Duration.Ticks % TimeSpan.TicksPerHour == 0 ? string.Create(CultureInfo.InvariantCulture, $"{(long)Duration.TotalHours}h")
        : Duration.Ticks % TimeSpan.TicksPerMinute == 0 ? string.Create(CultureInfo.InvariantCulture, $"{(long)Duration.TotalMinutes}m")
        : string.Create(CultureInfo.InvariantCulture, $"{(long)Duration.TotalSeconds}s");

    /// <summary>A watermark moved back by the overlap, or null where the overlap does not fit its type.</summary>
    internal object? Before(object watermark) => watermark switch
    {
        _ when IsNone => watermark,
        DateTime moment when Amount == 0 => moment.Ticks > Duration.Ticks ? moment - Duration : DateTime.SpecifyKind(DateTime.MinValue, moment.Kind),
        DateTimeOffset moment when Amount == 0 => moment - Duration,
        DateOnly day when Amount == 0 => day.AddDays(-(int)Math.Ceiling(Duration.TotalDays)),
        long number when Duration == TimeSpan.Zero => number - Amount,
        decimal number when Duration == TimeSpan.Zero => number - Amount,
        double number when Duration == TimeSpan.Zero => number - Amount,
        byte[] { Length: 8 } version when Duration == TimeSpan.Zero => Before(version),
        string text when Amount == 0 => Before(text),
        _ => null,
    };

    private byte[] Before(byte[] version)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(version);
        var moved = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(moved, number > (ulong)Amount ? number - (ulong)Amount : 0);
        return moved;
    }

    // SQLite keeps dates as text: moved back and written as they were, they sort as before
    private string? Before(string text)
    {
        foreach (var format in TextFormats)
        {
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return (moment - Duration).ToString(format, CultureInfo.InvariantCulture);
        }

        return null;
    }
}
