using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// The key table of a server: a batch's keys are staged in bulk and looked up as a set, new keys are loaded, changed ones staged and
/// updated as a set. Nobody else writes meanwhile, so a key that was not found stays new.
/// </summary>
/// <param name="session">The writer's session.</param>
/// <param name="table">Canonical table.</param>
/// <param name="import">Ledger id of the import at work.</param>
/// <param name="repeatOf">Ledger id of the first import of the same content, or <see cref="long.MaxValue"/> where this is the first.</param>
internal sealed class ServerRowKeys(WarehouseSession session, string table, long import, long repeatOf) : IRowKeys
{
    private const string Stage = "stage_key";
    private static readonly string[] LookedUp = ["position", "part", "key_high", "key_low"];
    private static readonly string[] Changed = [.. LookedUp, "row_at", "content_high", "content_low", "import_id", "seen_import"];
    private static readonly string[] Added = ["part", "key_high", "key_low", "row_at", "row_id", "content_high", "content_low", "import_id", "seen_import"];
    private readonly List<(int Start, int End)> _groups = [];
    private readonly List<(int Group, KeyRules.Change Change)> _changes = [];
    private KeyRules.Known?[] _known = [];

    /// <inheritdoc/>
    public KeyRules Rules { get; } = new(import, repeatOf);

    /// <inheritdoc/>
    public void Decide(BatchIdentities identities, ReadOnlySpan<long> rowAt, long firstId, Span<RowFate> fates)
    {
        Rules.Begin();
        var order = identities.Order;
        Group(identities, order);
        LookUp(identities);
        _changes.Clear();
        for (var group = 0; group < _groups.Count; group++)
        {
            var rows = order[_groups[group].Start.._groups[group].End];
            if (Rules.Decide(identities, rows, _known[group], rowAt[rows[0]], fates) is { } change)
            {
                _changes.Add((group, change));
            }
        }

        Add(identities, rowAt, firstId);
        Update(identities);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // the session is the caller's
    }

    private void Group(BatchIdentities identities, ReadOnlySpan<int> order)
    {
        _groups.Clear();
        for (var start = 0; start < order.Length;)
        {
            var end = identities.EndOfKey(start);
            _groups.Add((start, end));
            start = end;
        }
    }

    private void LookUp(BatchIdentities identities)
    {
        if (_known.Length < _groups.Count)
        {
            _known = new KeyRules.Known?[_groups.Count];
        }

        Array.Clear(_known);
        using (var load = session.Load(Stage, LookedUp))
        {
            for (var group = 0; group < _groups.Count; group++)
            {
                StartStaged(load, identities, group);
            }

            load.Complete();
        }

        using (var found = session.Read(session.Dialect.ForTable("find_keys", table)))
        {
            while (found.Step())
            {
                _known[(int)found.Integer(0)] = Read(found);
            }
        }

        session.Execute("clear_staged_keys");
    }

    private static KeyRules.Known Read(IRowCursor row) =>
        new(row.Integer(1), row.Integer(2), new Hash128(row.Integer(3), row.Integer(4)), row.Integer(5), row.Integer(6));

    private void StartStaged(IBulkLoad load, BatchIdentities identities, int group)
    {
        ref readonly var identity = ref identities[identities.Order[_groups[group].Start]];
        load.StartRow();
        load.Write((long)group);
        load.Write((long)identity.Part);
        load.Write(identity.Key.High);
        load.Write(identity.Key.Low);
    }

    private void Add(BatchIdentities identities, ReadOnlySpan<long> rowAt, long firstId)
    {
        using var load = session.Load(table + "_key", Added);
        for (var group = 0; group < _groups.Count; group++)
        {
            if (_known[group] is not null)
            {
                continue;
            }

            var row = identities.Order[_groups[group].Start];
            ref readonly var identity = ref identities[row];
            load.StartRow();
            load.Write((long)identity.Part);
            load.Write(identity.Key.High);
            load.Write(identity.Key.Low);
            load.Write(rowAt[row]);
            load.Write(firstId + row);
            load.Write(identity.Content.High);
            load.Write(identity.Content.Low);
            load.Write(import);
            load.Write(import);
        }

        load.Complete();
    }

    private void Update(BatchIdentities identities)
    {
        if (_changes.Count == 0)
        {
            return;
        }

        using (var load = session.Load(Stage, Changed))
        {
            foreach (var (group, change) in _changes)
            {
                StartStaged(load, identities, group);
                load.Write(change.RowAt);
                load.Write(change.Content.High);
                load.Write(change.Content.Low);
                load.Write(change.WrittenBy);
                load.Write(import);
            }

            load.Complete();
        }

        session.ExecuteForTable("update_keys", table);
        session.Execute("clear_staged_keys");
    }
}
