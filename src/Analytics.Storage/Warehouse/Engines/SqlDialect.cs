namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// The SQL of one engine: the common file <c>name.sql</c>, or its override <c>name.postgresql.sql</c> or <c>name.sqlserver.sql</c>
/// where there is one.
/// </summary>
internal sealed class SqlDialect
{
    private readonly string _suffix;

    private SqlDialect(WarehouseProvider provider, string suffix)
    {
        Provider = provider;
        _suffix = suffix;
    }

    /// <summary>SQLite, whose texts are the common ones.</summary>
    public static SqlDialect Sqlite { get; } = new(WarehouseProvider.Sqlite, SqlFile.CommonDialect);

    /// <summary>PostgreSQL 15 and later.</summary>
    public static SqlDialect PostgreSql { get; } = new(WarehouseProvider.PostgreSql, "postgresql");

    /// <summary>T-SQL, kept to what other servers of that protocol know as well.</summary>
    public static SqlDialect SqlServer { get; } = new(WarehouseProvider.SqlServer, "sqlserver");

    /// <summary>The engine.</summary>
    public WarehouseProvider Provider { get; }

    /// <summary>The dialect of an engine.</summary>
    public static SqlDialect Of(WarehouseProvider provider) => provider switch
    {
        WarehouseProvider.PostgreSql => PostgreSql,
        WarehouseProvider.SqlServer => SqlServer,
        _ => Sqlite,
    };

    /// <summary>Text of a statement.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public string Sql(string name) => SqlFile.Read(name, _suffix);

    /// <summary>Text of a statement that is the same for every canonical table, with <c>{table}</c> filled in.</summary>
    public string ForTable(string name, string table) => Sql(name).Replace("{table}", table, StringComparison.Ordinal);

    /// <summary>Text of a migration.</summary>
    public string Migration(string name) => SqlFile.ReadMigration(name, _suffix);
}
