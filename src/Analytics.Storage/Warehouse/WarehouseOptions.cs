namespace Analytics.Storage.Warehouse;

/// <summary>Where the embedded warehouse is and how much it may use.</summary>
/// <param name="File">Path of the database file; its folder is made when absent.</param>
public sealed record WarehouseOptions(string File)
{
    /// <summary>Pages kept in memory by the importing connection, in megabytes; it bounds an import's memory whatever the file's size.</summary>
    public int CacheMegabytes { get; init; } = 64;

    /// <summary>Size the database may grow to, in megabytes; 0 is unbounded. An import that would grow it further ends as on a full disk.</summary>
    public int MaximumMegabytes { get; init; }

    /// <summary>How long <see cref="WarehouseDatabase.BeginImport"/> waits for another writer where the caller holds no lock yet.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(30);
}
