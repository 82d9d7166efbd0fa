using System.Collections.Concurrent;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// The SQL of the warehouse: embedded files, one common <c>name.sql</c> and, only where a dialect differs, <c>name.dialect.sql</c>;
/// <c>name.server.sql</c> where the servers agree with each other and not with SQLite.
/// </summary>
internal static class SqlFile
{
    /// <summary>The dialect whose texts are the common files.</summary>
    public const string CommonDialect = "sqlite";

    private const string Prefix = "Analytics.Storage.Warehouse.Sql.";
    private const string MigrationPrefix = Prefix + "Migrations.";
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>Migrations by id, ascending; the id is the number the file's name begins with and is the same in every dialect.</summary>
    public static IReadOnlyList<(int Id, string Name)> Migrations { get; } =
    [
        .. typeof(SqlFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(MigrationPrefix, StringComparison.Ordinal))
            .Select(name => name[MigrationPrefix.Length..].Split('.')[0])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => (int.Parse(name.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture), name)),
    ];

    /// <summary>Text of <c>Sql/name.sql</c>, or of its override for <paramref name="dialect"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static string Read(string name, string dialect = CommonDialect) => Texts.GetOrAdd(name + "|" + dialect, _ => Load(name, dialect));

    /// <summary>Text of a migration.</summary>
    public static string ReadMigration(string name, string dialect = CommonDialect) => Read("Migrations." + name, dialect);

    /// <summary>Text of a file that is the same for every canonical table, with <c>{table}</c> filled in.</summary>
    public static string ForTable(string name, string table) => Read(name).Replace("{table}", table, StringComparison.Ordinal);

    private static string Load(string name, string dialect)
    {
        var assembly = typeof(SqlFile).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{Prefix}{name}.{dialect}.sql")
            ?? (dialect == CommonDialect ? null : assembly.GetManifestResourceStream($"{Prefix}{name}.server.sql"))
            ?? assembly.GetManifestResourceStream($"{Prefix}{name}.sql")
            ?? throw new InvalidOperationException($"No embedded SQL file '{name}.sql'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
