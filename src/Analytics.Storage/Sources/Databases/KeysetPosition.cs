using System.Globalization;
using System.Text.Json;

namespace Analytics.Storage.Sources.Databases;

/// <summary>Where in the order of a source a row stands: its watermark, then its key. Written as text that gives back the same values.</summary>
/// <param name="Values">One value for each ordering column.</param>
internal sealed record KeysetPosition(IReadOnlyList<object> Values)
{
    /// <summary>The position as text: a JSON array of values led by the letter of their type.</summary>
    public override string ToString() => JsonSerializer.Serialize(Values.Select(Write));

    /// <summary>The position a text names.</summary>
    public static KeysetPosition Parse(string text) => new([.. JsonSerializer.Deserialize<string[]>(text)!.Select(Read)]);

    /// <summary>A value as people read it.</summary>
    public static string Shown(object value) => value is DateTime or DateTimeOffset ? Write(value)[2..].TrimEnd('0').TrimEnd('.') : Write(value)[2..];

    /// <summary>One value as one of the few types positions are made of, whatever width the driver gave it.</summary>
    public static object Normal(object value) => value switch
    {
        int or short or byte or sbyte or uint or ushort or bool => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong large => (decimal)large,
        float real => (double)real,
        _ => value,
    };

    private static string Write(object value) => value switch
    {
        long v => string.Create(CultureInfo.InvariantCulture, $"i:{v}"),
        decimal v => string.Create(CultureInfo.InvariantCulture, $"n:{v}"),
        double v => string.Create(CultureInfo.InvariantCulture, $"r:{v:R}"),
        DateTime v => string.Create(CultureInfo.InvariantCulture, $"d:{v:O}"),
        DateTimeOffset v => string.Create(CultureInfo.InvariantCulture, $"o:{v:O}"),
        DateOnly v => string.Create(CultureInfo.InvariantCulture, $"y:{v:O}"),
        Guid v => $"g:{v:D}",
        byte[] v => $"x:{Convert.ToHexStringLower(v)}",
        _ => "s:" + Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static object Read(string text)
    {
        var value = text[2..];
        return text[0] switch
        {
            'i' => long.Parse(value, CultureInfo.InvariantCulture),
            'n' => decimal.Parse(value, CultureInfo.InvariantCulture),
            'r' => double.Parse(value, CultureInfo.InvariantCulture),
            'd' => DateTime.ParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            'o' => DateTimeOffset.ParseExact(value, "O", CultureInfo.InvariantCulture),
            'y' => DateOnly.ParseExact(value, "O", CultureInfo.InvariantCulture),
            'g' => Guid.Parse(value),
            'x' => Convert.FromHexString(value),
            _ => value,
        };
    }
}
