using Analytics.Core;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>Brings a database to the newest schema, one transaction per migration, and refuses one that is newer than the program.</summary>
internal static class Migrations
{
    /// <summary>Version a freshly migrated database has.</summary>
    public static int Newest => SqlFile.Migrations[^1].Id;

    /// <summary>Version of the database; 0 where it is empty.</summary>
    public static int VersionOf(SqliteConnection connection) => connection.ExecuteScalar<long>(SqlFile.Read("has_schema_version")) == 0
        ? 0
        : connection.ExecuteScalar<int>(SqlFile.Read("schema_version"));

    /// <summary>Refuses a database of a newer program.</summary>
    /// <exception cref="AnalyticsException">AN3002: the schema is newer than this program knows.</exception>
    public static void RequireKnown(int version, string file)
    {
        if (version > Newest)
        {
            throw new AnalyticsException("AN3002", $"The warehouse '{file}' has schema version {version}; this program knows versions up to {Newest}.", "Use the newer program that wrote it, or set Warehouse:Path to another warehouse.", FaultKind.Usage);
        }
    }

    /// <summary>Applies what is missing, up to <paramref name="upTo"/>.</summary>
    public static void Apply(SqliteConnection connection, DateTime now, int upTo = int.MaxValue)
    {
        connection.Execute(SqlFile.Read("create_schema_version"));
        var version = VersionOf(connection);
        foreach (var (id, name) in SqlFile.Migrations.Where(m => m.Id > version && m.Id <= upTo))
        {
            using var transaction = connection.BeginTransaction();
            WarehouseConnection.Execute(connection, SqlFile.ReadMigration(name));
            connection.Execute(SqlFile.Read("insert_schema_version"), new { id, name, applied_at = Iso(now) }, transaction);
            transaction.Commit();
        }
    }

    /// <summary>A moment as the ledger keeps it.</summary>
    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
}
