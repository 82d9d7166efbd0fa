namespace Analytics.Core.Canonical;

/// <summary>How a canonical field is stored and checked.</summary>
public enum FieldType
{
    /// <summary>Free text; no limit on length, stored as it came.</summary>
    Text,

    /// <summary>One of a small set of labels: stored as an integer key into a dimension table.</summary>
    Dimension,

    /// <summary>An identifier that names a row of its own table; text.</summary>
    Id,

    /// <summary>A subscriber id: replaced at import by a keyed hash, never stored raw.</summary>
    SubscriberId,

    /// <summary>A whole number (64 bit).</summary>
    Integer,

    /// <summary>A real number (double).</summary>
    Real,

    /// <summary>Exact money: a fixed-point number with four decimals, held as 1/10,000 units.</summary>
    Money,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A moment in UTC (ticks), together with the precision the source gave.</summary>
    Instant,

    /// <summary>A calendar day (day number), no time of day.</summary>
    Day,
}
