using Analytics.Core;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Brings a database to the newest schema, one transaction per migration, and refuses one that is newer than the program.</summary>
internal static class Migrations
{
    /// <summary>Version a freshly migrated database has.</summary>
    public static int Newest => SqlFile.Migrations[^1].Id;

    /// <summary>Whether every migration this program has was applied.</summary>
    /// <exception cref="AnalyticsException">AN3002: the schema has a migration that this program does not know.</exception>
    public static bool AreApplied(WarehouseSession session)
    {
        var applied = Applied(session);
        foreach (var (id, name) in applied.Where(a => !SqlFile.Migrations.Contains((a.Key, a.Value))))
        {
            throw new AnalyticsException("AN3002", FormattableString.Invariant($"The warehouse '{session.Place}' has schema {id} '{name}', which this program does not know; it knows schemas up to {Newest}."), "Use the program that wrote it, or name another warehouse (Warehouse:Path) and import the sources again.", FaultKind.Usage);
        }

        return SqlFile.Migrations.All(m => applied.ContainsKey(m.Id));
    }

    /// <summary>Applies what is missing, up to <paramref name="upTo"/>, in the order of the ids.</summary>
    public static void Apply(WarehouseSession session, DateTime now, int upTo = int.MaxValue)
    {
        session.Execute("create_schema_version");
        var applied = Applied(session);
        foreach (var (id, name) in SqlFile.Migrations.Where(m => !applied.ContainsKey(m.Id) && m.Id <= upTo))
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

    private static Dictionary<int, string> Applied(WarehouseSession session) =>
        session.Scalar<long>("has_table", new { table_name = "schema_version" }) == 0
            ? []
            : session.Query<(int Id, string Name)>("schema_versions").ToDictionary(v => v.Id, v => v.Name);
}
