using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>
/// Deletes what is kept no longer. What a deleted row was known by stays, so that a source that sends it again, or an overlap of a pull,
/// does not bring it back.
/// </summary>
internal static class Retention
{
    /// <summary>Deletes the texts of complaints received before <paramref name="before"/> (UTC).</summary>
    public static long DeleteTexts(WarehouseSession session, DateTime before) => session.Execute("delete_old_texts", new { before = before.Ticks });

    /// <summary>Deletes complaints and survey answers from before <paramref name="before"/> (UTC), texts included.</summary>
    public static long DeleteRows(WarehouseSession session, DateTime before) => session.InTransaction(() =>
    {
        DeleteTexts(session, before);
        return session.Execute("delete_old_complaints", new { before = before.Ticks }) + session.Execute("delete_old_surveys", new { before = before.Ticks });
    });

    /// <summary>What an engine wants done from time to time so that it stays quick: statistics, dead rows, the write-ahead log.</summary>
    public static void Upkeep(WarehouseSession session) => session.Execute("upkeep");
}
