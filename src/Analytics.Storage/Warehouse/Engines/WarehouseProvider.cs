namespace Analytics.Storage.Warehouse.Engines;

/// <summary>The engine a warehouse is kept in.</summary>
public enum WarehouseProvider
{
    /// <summary>Embedded: one file on this machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    PostgreSql,

    /// <summary>Microsoft SQL Server, or a server that speaks its protocol and T-SQL.</summary>
    SqlServer,
}
