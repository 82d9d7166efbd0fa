using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Reads windows of the facts as streams of column blocks.</summary>
internal static class WindowReader
{
    /// <summary>Streams a window.</summary>
    public static IEnumerable<DataWindow> Read(WarehouseSession session, WindowRequest request)
    {
        WarehouseColumn[] columns = [.. request.Columns.Distinct().Order(StringComparer.Ordinal).Select(name => WarehouseColumns.Find(request.Table, name))];
        var days = new LocalDays(request.TimeZone);
        var (snapshot, isCounts) = Base(session, request.To);
        var query = new WindowQuery(session, request, columns, days, snapshot);
        return request.Table switch
        {
            FactTable.Complaints => query.Rows("complaint_window"),
            FactTable.SurveyAnswers => query.Rows("survey_window"),
            _ when snapshot is null => [],
            _ when isCounts => query.Rows("population_window"),
            _ when IsStale(session, snapshot.Value) => query.Rows("subscriber_window"),
            _ => SnapshotReader.Read(session, snapshot.Value, columns),
        };
    }

    /// <summary>The day of the base that answers for a window ending before <paramref name="to"/>, and whether it holds imported counts only.</summary>
    public static (DateOnly? Day, bool IsCounts) Base(WarehouseSession session, DateOnly to)
    {
        var snapshots = FactsReader.SnapshotDays(session, CanonicalTable.Subscriber);
        return snapshots.Count > 0
            ? (FactsReader.SnapshotFor(snapshots, to), false)
            : (FactsReader.SnapshotFor(FactsReader.SnapshotDays(session, CanonicalTable.Population), to), true);
    }

    private static bool IsStale(WarehouseSession session, DateOnly snapshot) =>
        session.Scalar<long>("snapshot_is_stale", new { as_of = snapshot.DayNumber }) != 0;
}
