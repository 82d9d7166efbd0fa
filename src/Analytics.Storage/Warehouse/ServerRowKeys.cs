namespace Analytics.Storage.Warehouse;

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
    private static readonly string[] Changed = [.. LookedUp, "row_at", "content_high", "content_low", "occurrences", "import_id", "seen_import", "seen_count"];
    private static readonly string[] Added = ["part", "key_high", "key_low", "row_at", "row_id", "content_high", "content_low", "occurrences", "import_id", "seen_import", "seen_count"];
    private readonly List<(int Start, int End)> _groups = [];
    private readonly List<(int Group, KeyRules.Change Change)> _changes = [];
    private KeyRules.Known?[] _known = [];

    /// <inheritdoc/>
    public KeyRules Rules { get; } = new(import, repeatOf);

    /// <inheritdoc/>
    public void Decide(BatchIdentities identities, int count, ReadOnlySpan<long> rowAt, long firstId, Span<RowFate> fates)
    {
        Rules.Begin();
        ReadOnlySpan<int> order = identities.Order.AsSpan(0, count);
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
            var end = start + 1;
            while (end < order.Length && identities[order[end]].SameKey(identities[order[start]]))
            {
                end++;
            }

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

    private static KeyRules.Known Read(IRowCursor row)
    {
        long Value(int column) => row.IsNull(column) ? 0 : row.Integer(column);
        return new(Value(1), Value(2), new Hash128(Value(3), Value(4)), (int)row.Integer(5), row.Integer(6), row.Integer(7), (int)row.Integer(8));
    }

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
            var occurrences = identity.IsNatural ? 1 : _groups[group].End - _groups[group].Start;
            load.StartRow();
            load.Write((long)identity.Part);
            load.Write(identity.Key.High);
            load.Write(identity.Key.Low);
            WriteRow(load, identity.IsNatural, rowAt[row], firstId + row, identity.Content);
            load.Write((long)occurrences);
            load.Write(import);
            load.Write(import);
            load.Write((long)occurrences);
        }

        load.Complete();
    }

    /// <summary>Where the row is and what it holds; a key that only counts occurrences names no row.</summary>
    private static void WriteRow(IBulkLoad load, bool isNatural, long rowAt, long rowId, Hash128 content)
    {
        if (isNatural)
        {
            load.Write(rowAt);
            load.Write(rowId);
            load.Write(content.High);
            load.Write(content.Low);
            return;
        }

        for (var column = 0; column < 4; column++)
        {
            load.WriteNull();
        }
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
                WriteOrNull(load, change.RowAt);
                WriteOrNull(load, change.Content?.High);
                WriteOrNull(load, change.Content?.Low);
                load.Write((long)change.Occurrences);
                load.Write(change.WrittenBy);
                load.Write(import);
                load.Write((long)change.Seen);
            }

            load.Complete();
        }

        session.ExecuteForTable("update_keys", table);
        session.Execute("clear_staged_keys");
    }

    private static void WriteOrNull(IBulkLoad load, long? value)
    {
        if (value is { } v)
        {
            load.Write(v);
        }
        else
        {
            load.WriteNull();
        }
    }
}
