namespace Analytics.Storage.Mappings;

/// <summary>Where a canonical column's values come from, and how they are read. Exactly one of source, constant and row number is set.</summary>
public sealed record ColumnMapping
{
    /// <summary>
    /// Source column: its header, <c>header#2</c> for the second column of that name, or <c>#7</c> for the seventh column.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>The same value for every row, read like a cell.</summary>
    public string? Constant { get; init; }

    /// <summary>Where set, the value is this prefix and the number of the line below the header (the first is 1), so that a retried row keeps it.</summary>
    public string? RowNumber { get; init; }

    /// <summary>Second source column with the time of day, for a date-time split in two.</summary>
    public string? TimeSource { get; init; }

    /// <summary>
    /// Date formats in .NET notation, tried in order; <c>excel</c> for serial numbers. Empty: ISO 8601 and its common variants, Chinese
    /// dates.
    /// </summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Formats of <see cref="TimeSource"/>; empty: <c>HH:mm[:ss]</c> and <c>h:mm[:ss] tt</c>.</summary>
    public IReadOnlyList<string> TimeFormats { get; init; } = [];

    /// <summary>Cell as written → value as stored; compared trimmed, case counts.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What happens to a cell that <see cref="Values"/> does not list.</summary>
    public UnlistedValue Otherwise { get; init; } = UnlistedValue.Keep;

    /// <summary>The only values allowed, after <see cref="Values"/>; empty for any.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Texts that mean "no value" in this column, beside blank and the mapping's own.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Decimal comma of this column; null for the mapping's own.</summary>
    public bool? DecimalComma { get; init; }

    /// <summary>Numbers are multiplied by this (1024 for GB to MB).</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Smallest allowed number after scaling; null for the canonical field's own bound.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest allowed number after scaling; null for the canonical field's own bound.</summary>
    public double? Maximum { get; init; }

    /// <summary>Whether a row without this value is quarantined, beyond what the canonical field asks.</summary>
    public bool Required { get; init; }
}
