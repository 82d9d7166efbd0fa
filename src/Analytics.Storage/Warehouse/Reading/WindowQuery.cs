using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Runs a window query and cuts its rows into blocks.</summary>
internal sealed class WindowQuery(WarehouseSession session, WindowRequest request, WarehouseColumn[] columns, LocalDays days, DateOnly? snapshot)
{
    /// <summary>Rows of a block.</summary>
    private const int BlockRows = 65_536;

    /// <summary>Opens a query over the window; columns nobody asked for are left out of it.</summary>
    /// <param name="name">SQL file.</param>
    /// <param name="limit">Rows at most, where the file takes a limit.</param>
    public IRowCursor Open(string name, int limit = int.MaxValue) => session.Read(
        WindowSql.For(session.Dialect, name, [.. columns.Select(c => c.Name)]),
        ("from", days.StartTicks(request.From)),
        ("to", days.StartTicks(request.To)),
        ("snapshot", snapshot?.DayNumber ?? -1),
        ("snapshot_year", snapshot?.Year ?? 0),
        ("repeat_window", request.RepeatWindow.Ticks),
        ("row_limit", limit));

    /// <summary>Labels of the columns that have some, which must be read before the query is opened.</summary>
    public Dictionary<string, IReadOnlyList<string>> Labels() =>
        columns.Where(c => c.Kind == WindowColumnKind.Key).ToDictionary(c => c.Name, IReadOnlyList<string> (c) => DimensionLabels.Load(session, c.Name), StringComparer.Ordinal);

    /// <summary>Gathers the rows of an opened query.</summary>
    public WindowBlock Block(IRowCursor rows, Dictionary<string, IReadOnlyList<string>> labels) => new(rows, labels, columns, days, request.CutOffUtc);

    /// <summary>Streams the rows in blocks.</summary>
    public IEnumerable<DataWindow> Rows(string name)
    {
        var labels = Labels();
        using var rows = Open(name);
        var block = Block(rows, labels);
        while (rows.Step())
        {
            block.Add();
            if (block.Rows == BlockRows)
            {
                yield return block.Drain();
            }
        }

        if (block.Rows > 0)
        {
            yield return block.Drain();
        }
    }
}
