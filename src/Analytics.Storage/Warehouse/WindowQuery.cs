using Analytics.Core.CrossTabs;

namespace Analytics.Storage.Warehouse;

/// <summary>Runs a window query and cuts its rows into blocks.</summary>
internal sealed class WindowQuery(WarehouseSession session, WindowRequest request, WarehouseColumn[] columns, LocalDays days, DateOnly? snapshot)
{
    /// <summary>Rows of a block.</summary>
    private const int BlockRows = 65_536;

    /// <summary>Prepares a statement over the window; columns nobody asked for are left out of it.</summary>
    public BulkStatement Prepare(string name)
    {
        var statement = new BulkStatement(session.Sqlite, WindowSql.For(session.Dialect, name, [.. columns.Select(c => c.Name)]));
        Bind(statement, "from", days.StartTicks(request.From));
        Bind(statement, "to", days.StartTicks(request.To));
        Bind(statement, "snapshot", snapshot?.DayNumber ?? -1);
        Bind(statement, "snapshot_year", snapshot?.Year ?? 0);
        Bind(statement, "repeat_window", request.RepeatWindow.Ticks);
        return statement;
    }

    /// <summary>Streams the rows in blocks.</summary>
    public IEnumerable<DataWindow> Rows(string name)
    {
        using var statement = Prepare(name);
        var block = new WindowBlock(session, statement, columns, days, request.CutOffUtc);
        while (statement.Step())
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

    private static void Bind(BulkStatement statement, string name, long value)
    {
        var parameter = statement.Parameter(name);
        if (parameter > 0)
        {
            statement.Bind(parameter, value);
        }
    }
}
