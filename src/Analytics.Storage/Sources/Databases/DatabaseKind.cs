namespace Analytics.Storage.Sources.Databases;

/// <summary>The engine of a source database.</summary>
public enum DatabaseKind
{
    /// <summary>Microsoft SQL Server, or a server that speaks its protocol and T-SQL.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>An SQLite file.</summary>
    Sqlite,
}
