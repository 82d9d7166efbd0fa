using System.Text;
using System.Text.Unicode;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>Reads one cell into one canonical field: missing markers, value map, type, scale, allowed values, range.</summary>
internal sealed class FieldConverter
{
    /// <summary>Part of a date-time that a converter reads.</summary>
    public enum DatePart
    {
        /// <summary>All of it.</summary>
        Whole,

        /// <summary>The date, as local ticks; the time comes from another column.</summary>
        LocalDate,

        /// <summary>The time of day, as ticks.</summary>
        LocalTime,
    }

    private readonly ColumnMapping _column;
    private readonly HashSet<string> _missing;
    private readonly HashSet<string> _allowed;
    private readonly Dictionary<string, string> _values;
    private readonly bool _decimalComma;
    private readonly DatePart _part;
    private readonly MappingContext _context;
    private readonly double _minimum;
    private readonly double _maximum;

    public FieldConverter(CanonicalField field, ColumnMapping column, Mapping mapping, MappingContext context, DatePart part = DatePart.Whole)
    {
        (Field, _column, _context, _part) = (field, column, context, part);
        _missing = [.. mapping.Missing.Concat(column.Missing).Select(m => m.Trim())];
        _allowed = [.. column.Allowed];
        _values = new(column.Values.Select(v => KeyValuePair.Create(v.Key.Trim(), v.Value)), StringComparer.Ordinal);
        _decimalComma = column.DecimalComma ?? mapping.DecimalComma;
        _minimum = column.Minimum ?? field.Minimum ?? double.NegativeInfinity;
        _maximum = column.Maximum ?? field.Maximum ?? double.PositiveInfinity;
        Dates = field.Type is FieldType.Day or FieldType.Instant
            ? part == DatePart.LocalTime ? DateReader.OfTimes(column.TimeFormats) : DateReader.Of(column.Formats)
            : null;
        if (Dates is not null && part != DatePart.LocalTime) Tally = new DateTally(Dates.Formats);
    }

    public CanonicalField Field { get; }

    /// <summary>Reader of dates, for date fields.</summary>
    public DateReader? Dates { get; }

    /// <summary>Days and months seen, for date fields.</summary>
    public DateTally? Tally { get; }

    /// <summary>Precision of the format a date was read with; null for no date.</summary>
    public DatePrecision? PrecisionOf(int dateMark) => dateMark < 0 || Dates is null ? null : Dates.Formats[DateTally.FormatOf(dateMark)].Precision;

    /// <summary>Reads a cell; <paramref name="fault"/> is the rule it breaks, and then the value is missing.</summary>
    public FieldValue Convert(ReadOnlySpan<byte> cell, out string? fault, out int dateMark)
    {
        (fault, dateMark) = (null, -1);
        var trimmed = CellText.Trim(cell);
        if (trimmed.IsEmpty) return default;
        if (!Utf8.IsValid(trimmed))
        {
            fault = FieldRules.NotInEncoding;
            return default;
        }

        if (_missing.Count == 0 && _values.Count == 0 && _allowed.Count == 0) return Typed(trimmed, cell, out fault, out dateMark);
        return Mapped(trimmed, cell, out fault, out dateMark);
    }

    private FieldValue Mapped(ReadOnlySpan<byte> trimmed, ReadOnlySpan<byte> cell, out string? fault, out int dateMark)
    {
        (fault, dateMark) = (null, -1);
        var text = Encoding.UTF8.GetString(trimmed);
        if (_missing.Contains(text)) return default;
        if (_values.TryGetValue(text, out var mapped))
        {
            if (mapped.Length == 0) return default;
            cell = trimmed = Encoding.UTF8.GetBytes(mapped);
            text = mapped;
        }
        else if (_values.Count > 0 && _column.Otherwise != UnlistedValue.Keep)
        {
            if (_column.Otherwise == UnlistedValue.Quarantine) fault = FieldRules.ValueNotMapped;
            return default;
        }

        if (_allowed.Count > 0 && !_allowed.Contains(text))
        {
            fault = FieldRules.NotAllowed;
            return default;
        }

        return Typed(trimmed, cell, out fault, out dateMark);
    }

    private FieldValue Typed(ReadOnlySpan<byte> trimmed, ReadOnlySpan<byte> cell, out string? fault, out int dateMark)
    {
        dateMark = -1;
        fault = null;
        switch (Field.Type)
        {
            case FieldType.Text:
                return FieldValue.FromText(CellText.Masked(cell));
            case FieldType.Dimension:
                return FieldValue.FromText(CellText.Masked(trimmed));
            case FieldType.Id:
                return FieldValue.FromText(Encoding.UTF8.GetString(trimmed));
            case FieldType.SubscriberId:
                return FieldValue.FromText(_context.Pseudonyms.Pseudonym(trimmed));
            case FieldType.Boolean:
                return Words.TryBoolean(trimmed, out var truth) ? FieldValue.FromBoolean(truth) : Faulty(FieldRules.NotABoolean, out fault);
            case FieldType.Money:
                return Money(trimmed, out fault);
            case FieldType.Integer or FieldType.Real:
                return Number(trimmed, out fault);
            default:
                return Date(trimmed, out fault, out dateMark);
        }
    }

    private FieldValue Number(ReadOnlySpan<byte> cell, out string? fault)
    {
        fault = null;
        if (!NumberReader.TryRead(cell, _decimalComma, out var number)) return Faulty(FieldRules.NotANumber, out fault);
        number *= _column.Scale;
        if (number < _minimum || number > _maximum) return Faulty(FieldRules.OutOfRange, out fault);
        if (Field.Type == FieldType.Real) return FieldValue.FromReal(number);
        if (number != Math.Floor(number)) return Faulty(FieldRules.NotAWholeNumber, out fault);
        return Math.Abs(number) < 1L << 53 ? FieldValue.FromInteger((long)number) : Faulty(FieldRules.OutOfRange, out fault);
    }

    private FieldValue Money(ReadOnlySpan<byte> cell, out string? fault)
    {
        fault = null;
        if (!NumberReader.TryReadMoney(cell, _decimalComma, out var money)) return Faulty(FieldRules.NotANumber, out fault);
        if (_column.Scale != 1) money *= (decimal)_column.Scale;
        if ((double)money < _minimum || (double)money > _maximum || Math.Abs(money) > 900_000_000_000_000m) return Faulty(FieldRules.OutOfRange, out fault);
        return FieldValue.FromMoney(Math.Round(money, 4, MidpointRounding.AwayFromZero));
    }

    private FieldValue Date(ReadOnlySpan<byte> cell, out string? fault, out int dateMark)
    {
        (fault, dateMark) = (null, -1);
        if (!Dates!.TryRead(cell, out var moment, out var index)) return Faulty(FieldRules.NotADate, out fault);
        var format = Dates.Formats[index];
        if (Tally is not null) dateMark = DateTally.Mark(index, moment);
        if (_part == DatePart.LocalTime) return FieldValue.FromInteger(moment.TimeOfDay.Ticks);
        if (_part == DatePart.LocalDate) return FieldValue.FromInteger(moment.Date.Ticks);
        if (Field.Type == FieldType.Day) return FieldValue.FromDay(DateOnly.FromDateTime(moment));
        return _context.Instant(moment, format.Precision, out fault);
    }

    private static FieldValue Faulty(string rule, out string? fault)
    {
        fault = rule;
        return default;
    }
}
