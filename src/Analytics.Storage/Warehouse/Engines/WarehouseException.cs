using Analytics.Core;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>What is the matter with a server of the warehouse.</summary>
internal enum WarehouseTrouble
{
    /// <summary>It cannot be reached.</summary>
    Unreached,

    /// <summary>The connection was lost.</summary>
    ConnectionLost,

    /// <summary>A server that holds a share of the warehouse went away.</summary>
    ShardGone,

    /// <summary>A statement took too long, or gave way to another one's lock.</summary>
    GaveWay,

    /// <summary>A statement was refused.</summary>
    StatementRefused,
}

/// <summary>A fault of a server that code, not only people, tells from others: some pass by themselves, some are mended by a new connection.</summary>
internal sealed class WarehouseException(
    WarehouseTrouble trouble, string code, string problem, string remedy, Exception? inner = null)
    : AnalyticsException(code, problem, remedy, inner: inner)
{
    /// <summary>What is the matter.</summary>
    public WarehouseTrouble Trouble { get; } = trouble;
}
