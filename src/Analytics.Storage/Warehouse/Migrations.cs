using Analytics.Core;

namespace Analytics.Storage.Warehouse;

/// <summary>Brings a database to the newest schema, one transaction per migration, and refuses one that is newer than the program.</summary>
internal static class Migrations
{
    /// <summary>Version a freshly migrated database has.</summary>
    public static int Newest => SqlFile.Migrations[^1].Id;

    /// <summary>Whether every migration this program has was applied.</summary>
    /// <exception cref="AnalyticsException">AN3002: the schema is newer than this program knows.</exception>
    public static bool AreApplied(WarehouseSession session)
    {
        var applied = Applied(session);
        var version = applied.Count == 0 ? 0 : applied.Max();
        return version <= Newest
            ? SqlFile.Migrations.All(m => applied.Contains(m.Id))
            : throw new AnalyticsException("AN3002", $"The warehouse '{session.Place}' has schema version {version}; this program knows versions up to {Newest}.", "Use the newer program that wrote it, or set Warehouse:Path to another warehouse.", FaultKind.Usage);
    }

    /// <summary>Applies what is missing, up to <paramref name="upTo"/>, in the order of the ids.</summary>
    public static void Apply(WarehouseSession session, DateTime now, int upTo = int.MaxValue)
    {
        session.Execute("create_schema_version");
        var applied = Applied(session);
        foreach (var (id, name) in SqlFile.Migrations.Where(m => !applied.Contains(m.Id) && m.Id <= upTo))
        {
            session.InTransaction(() =>
            {
                session.Run(session.Dialect.Migration(name));
                session.Execute("insert_schema_version", new { id, name, applied_at = Iso(now) });
            });
        }
    }

    /// <summary>A moment as the ledger keeps it.</summary>
    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private static HashSet<int> Applied(WarehouseSession session) =>
        session.Scalar<long>("has_table", new { table_name = "schema_version" }) == 0 ? [] : [.. session.Query<int>("schema_versions")];
}
