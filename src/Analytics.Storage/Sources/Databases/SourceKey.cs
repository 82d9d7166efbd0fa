namespace Analytics.Storage.Sources.Databases;

/// <summary>
/// The column a database source adds where its rows have a key: it names a row of that source for good. A complaint without an id of
/// its own is known by it, so that a row met again in the overlap is the same row, changed or not.
/// </summary>
public static class SourceKey
{
    /// <summary>Its header, which no source has by chance.</summary>
    public const string Column = "(source key)";
}
