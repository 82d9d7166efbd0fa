using Analytics.Core;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Where the warehouse is and how much it may use.</summary>
/// <param name="File">Path of the embedded database file, whose folder is made when absent; empty for a warehouse on a server.</param>
public sealed record WarehouseOptions(string File)
{
    /// <summary>Engine; a server's warehouse is found by <see cref="ConnectionString"/>, the embedded one by <see cref="File"/>.</summary>
    public WarehouseProvider Provider { get; init; } = WarehouseProvider.Sqlite;

    /// <summary>Connection string of the server; empty for the embedded warehouse. Never shown or logged. Connections to another machine are encrypted unless it says otherwise.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Password, where the connection string has none. Never shown or logged.</summary>
    public string Password { get; init; } = "";

    /// <summary>Pages kept in memory by the importing connection of the embedded warehouse, in megabytes; it bounds an import's memory whatever the file's size.</summary>
    public int CacheMegabytes { get; init; } = 64;

    /// <summary>Size the embedded database may grow to, in megabytes; 0 is unbounded. An import that would grow it further ends as on a full disk.</summary>
    public int MaximumMegabytes { get; init; }

    /// <summary>How long <see cref="WarehouseDatabase.BeginImport"/> waits for another writer where the caller holds no lock yet.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What is wrong with the options by themselves, without asking a server: null where nothing is.</summary>
    /// <returns>AN3108: the connection string is missing, cannot be read, or names no server or database.</returns>
    public AnalyticsException? Fault() => WarehouseConnection.FaultOf(this);

    /// <summary>Path of the file, or server and database as <c>host:port/name</c>; no user, no password.</summary>
    public string Place => WarehouseConnection.PlaceOf(this);

    /// <summary>Engine and place, without the connection string.</summary>
    public override string ToString() => $"{Provider} {Place}";
}
