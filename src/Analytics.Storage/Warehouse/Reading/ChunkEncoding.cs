namespace Analytics.Storage.Warehouse.Reading;

/// <summary>How the values of a column chunk are written; the stored number is the member's value.</summary>
internal enum ChunkEncoding
{
    /// <summary>No row has a value; there are no bytes.</summary>
    Missing = 0,

    /// <summary>Dimension keys of one byte.</summary>
    Key8 = 1,

    /// <summary>Dimension keys of two bytes.</summary>
    Key16 = 2,

    /// <summary>Numbers as doubles; NaN is missing.</summary>
    Real = 3,

    /// <summary>Whole numbers of two bytes; <see cref="short.MinValue"/> is missing.</summary>
    Whole16 = 4,

    /// <summary>Whole numbers of four bytes; <see cref="int.MinValue"/> is missing.</summary>
    Whole32 = 5,

    /// <summary>Hundredths as four-byte whole numbers; <see cref="int.MinValue"/> is missing. Written only where value = n / 100 exactly.</summary>
    Hundredths = 6,

    /// <summary>Ten-thousandths as four-byte whole numbers, as <see cref="Hundredths"/>.</summary>
    TenThousandths = 7,
}
