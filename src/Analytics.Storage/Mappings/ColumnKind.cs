namespace Analytics.Storage.Mappings;

/// <summary>What the cells of a source column look like, whatever they are mapped to.</summary>
public enum ColumnKind
{
    /// <summary>Every cell is blank.</summary>
    Empty,

    /// <summary>Whole numbers only.</summary>
    WholeNumber,

    /// <summary>Numbers, some with decimals.</summary>
    Number,

    /// <summary>Dates or date-times in a usual format.</summary>
    Date,

    /// <summary>Anything else.</summary>
    Text,

    /// <summary>Numbers and texts together.</summary>
    Mixed,
}
