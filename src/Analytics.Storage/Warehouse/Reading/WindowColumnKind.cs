namespace Analytics.Storage.Warehouse.Reading;

/// <summary>How a window column is read.</summary>
internal enum WindowColumnKind
{
    /// <summary>Key of a dimension.</summary>
    Key,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Local day of a moment.</summary>
    Day,

    /// <summary>A number as it is.</summary>
    Number,

    /// <summary>Money: 1/10,000 units.</summary>
    Money,

    /// <summary>A span in ticks, given in hours rounded to whole minutes.</summary>
    Hours,

    /// <summary>Hours from a moment to the cut-off, rounded to whole minutes, not below 0.</summary>
    HoursOpen,
}
