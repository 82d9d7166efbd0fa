using System.Globalization;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>Where one canonical field of a row comes from: a column's converter, a constant, the row's number, or a date and a time.</summary>
internal sealed record FieldFeed
{
    public required CanonicalField Field { get; init; }

    /// <summary>Source column, or −1.</summary>
    public int Column { get; init; } = -1;

    /// <summary>Which of the column's converters.</summary>
    public int Converter { get; init; }

    /// <summary>Source column of the time of day, or −1.</summary>
    public int TimeColumn { get; init; } = -1;

    public int TimeConverter { get; init; }

    public FieldValue Constant { get; init; }

    /// <summary>Source column that stands in where the value is missing, or −1.</summary>
    public int FallbackColumn { get; init; } = -1;

    public int FallbackConverter { get; init; }

    public string? RowNumberPrefix { get; init; }

    public bool IsRequired { get; init; }

    public required MappingContext Context { get; init; }

    public FieldValue Read(ColumnValue[] record, long rowNumber, out string? fault)
    {
        var value = ReadOwn(record, rowNumber, out fault);
        return value.IsMissing && fault is null && FallbackColumn >= 0 ? record[FallbackColumn].Values[FallbackConverter] : value;
    }

    private FieldValue ReadOwn(ColumnValue[] record, long rowNumber, out string? fault)
    {
        fault = null;
        if (Column < 0) return RowNumberPrefix is null ? Constant : Numbered(rowNumber);
        var value = record[Column];
        fault = value.Faults[Converter];
        if (TimeColumn < 0 || fault is not null) return value.Values[Converter];
        return WithTime(value.Values[Converter], record[TimeColumn], out fault);
    }

    private FieldValue Numbered(long rowNumber) => Field.Type switch
    {
        FieldType.Integer => FieldValue.FromInteger(rowNumber),
        FieldType.SubscriberId => FieldValue.FromText(Context.Pseudonyms.Pseudonym(string.Create(CultureInfo.InvariantCulture, $"{RowNumberPrefix}{rowNumber}"))),
        _ => FieldValue.FromText(string.Create(CultureInfo.InvariantCulture, $"{RowNumberPrefix}{rowNumber}")),
    };

    private FieldValue WithTime(FieldValue date, ColumnValue time, out string? fault)
    {
        fault = time.Faults[TimeConverter];
        if (fault is not null || date.IsMissing) return default;
        var ofDay = time.Values[TimeConverter];
        var local = new DateTime(date.Integer + (ofDay.IsMissing ? 0 : ofDay.Integer), DateTimeKind.Unspecified);
        return Context.Instant(local, ofDay.IsMissing ? DatePrecision.Day : DatePrecision.Instant, out fault);
    }
}
