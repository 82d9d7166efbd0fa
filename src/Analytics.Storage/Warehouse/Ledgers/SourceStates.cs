using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>
/// The ledger of pulls: how far each source was read. A position never runs ahead of the data: within a pass it is moved by the transaction
/// that stores the rows, and the pass is closed after its import.
/// </summary>
public sealed class SourceStates
{
    private readonly Func<WarehouseSession> _open;

    internal SourceStates(Func<WarehouseSession> open) => _open = open;

    /// <summary>State of a source, or null where it was never pulled.</summary>
    /// <param name="source">Name in the configuration.</param>
    public SourceState? Find(string source)
    {
        using var session = _open();
        return session.First<SourceState>("find_source_state", new { source });
    }

    /// <summary>All states, by name.</summary>
    public IReadOnlyList<SourceState> All()
    {
        using var session = _open();
        return session.Query<SourceState>("source_states");
    }

    /// <summary>Writes a state down, in place of the one before.</summary>
    public void Put(SourceState state)
    {
        using var session = _open();
        session.InTransaction(() =>
        {
            if (session.Execute("update_source_state", Parameters(state)) == 0) session.Execute("insert_source_state", Parameters(state));
        });
    }

    /// <summary>Moves the open pass of a source, within the transaction that stores a batch of it.</summary>
    internal static void Advance(WarehouseSession session, LedgerEntry import, string? position)
    {
        if (position is not null) session.Execute("advance_source_state", new { source = import.Source, pass_import = import.Id, pass_position = position });
    }

    private static object Parameters(SourceState state) => new
    {
        source = state.Source,
        definition = state.Definition,
        position = state.Position,
        pass = state.Pass,
        is_open = state.IsOpen ? 1 : 0,
        range_from = state.RangeFrom,
        range_after = state.RangeAfter,
        range_until = state.RangeUntil,
        pass_import = state.PassImport,
        pass_position = state.PassPosition,
        finished_at = state.FinishedAt,
    };
}
