namespace Analytics.Storage.Warehouse.Importing;

/// <summary>What becomes of an offered row.</summary>
internal enum RowFate : byte
{
    /// <summary>It is new.</summary>
    Store,

    /// <summary>Its key is known from an earlier import, with other content: the row is replaced.</summary>
    Replace,

    /// <summary>It is there already.</summary>
    AlreadyThere,

    /// <summary>Its id stood earlier in the same file with other content: quarantined.</summary>
    Refuse,
}
