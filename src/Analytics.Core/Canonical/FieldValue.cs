using System.Globalization;

namespace Analytics.Core.Canonical;

/// <summary>
/// One typed value of a canonical row, 16 bytes: text by reference, everything else in 64 bits. Which of the accessors applies is
/// said by the field's <see cref="FieldType"/>; the default value is "missing".
/// </summary>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    /// <summary>Money is held in units of 1/10,000.</summary>
    public const long MoneyScale = 10_000;

    private static readonly object Present = new();
    private readonly object? _reference;
    private readonly long _bits;

    private FieldValue(object? reference, long bits)
    {
        _reference = reference;
        _bits = bits;
    }

    /// <summary>No value: blank in the source.</summary>
    public static FieldValue Missing => default;

    /// <summary>Whether there is no value.</summary>
    public bool IsMissing => _reference is null;

    /// <summary>The text of a Text, Dimension, Id or SubscriberId field; null where missing or not textual.</summary>
    public string? Text => _reference as string;

    /// <summary>
    /// The value of an Integer field; of Boolean (0 or 1); of Day (day number, <see cref="DateOnly.DayNumber"/>); of Instant (UTC ticks); of Money
    /// (1/10,000 units).
    /// </summary>
    public long Integer => _bits;

    /// <summary>The value of a Real field.</summary>
    public double Real => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The value of a Boolean field.</summary>
    public bool Boolean => _bits != 0;

    /// <summary>The value of a Money field.</summary>
    public decimal Money => _bits / (decimal)MoneyScale;

    /// <summary>The value of a Day field.</summary>
    public DateOnly Day => DateOnly.FromDayNumber((int)_bits);

    /// <summary>The value of an Instant field, UTC.</summary>
    public DateTime Instant => new(_bits, DateTimeKind.Utc);

    /// <summary>Text; null gives a missing value.</summary>
    public static FieldValue FromText(string? text) => new(text, 0);

    /// <summary>A whole number.</summary>
    public static FieldValue FromInteger(long value) => new(Present, value);

    /// <summary>A real number; NaN gives a missing value.</summary>
    public static FieldValue FromReal(double value) => double.IsNaN(value) ? default : new(Present, BitConverter.DoubleToInt64Bits(value));

    /// <summary>True or false.</summary>
    public static FieldValue FromBoolean(bool value) => new(Present, value ? 1 : 0);

    /// <summary>Money with at most four decimals.</summary>
    /// <exception cref="OverflowException">Outside ±922 trillion.</exception>
    public static FieldValue FromMoney(decimal value) => new(Present, decimal.ToInt64(value * MoneyScale));

    /// <summary>A calendar day.</summary>
    public static FieldValue FromDay(DateOnly value) => new(Present, value.DayNumber);

    /// <summary>A moment; must be UTC.</summary>
    public static FieldValue FromInstant(DateTime utc) => new(Present, utc.Ticks);

    /// <summary>The value as invariant text, as quarantine and profiles show it; empty where missing.</summary>
    public string ToText(FieldType type) => IsMissing ? "" : type switch
    {
        FieldType.Text or FieldType.Dimension or FieldType.Id or FieldType.SubscriberId => Text ?? "",
        FieldType.Integer => Integer.ToString(CultureInfo.InvariantCulture),
        FieldType.Real => Real.ToString("R", CultureInfo.InvariantCulture),
        FieldType.Money => Money.ToString("0.####", CultureInfo.InvariantCulture),
        FieldType.Boolean => Boolean ? "true" : "false",
        FieldType.Day => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Instant => Instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown field type."),
    };

    /// <inheritdoc/>
    public bool Equals(FieldValue other) => _bits == other._bits
        && (ReferenceEquals(_reference, other._reference) || (Text is { } text && string.Equals(text, other.Text, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, _bits, IsMissing);

    /// <summary>Equal text or bits.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Different text or bits.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);
}
