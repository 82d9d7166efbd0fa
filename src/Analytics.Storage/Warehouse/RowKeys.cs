using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>
/// Decides what becomes of the rows of a batch, and keeps the key table. Memory does not grow with the file: what the import has met
/// so far stands in the key table itself.
/// </summary>
internal sealed class RowKeys : IDisposable
{
    private readonly BulkStatement _insert;
    private readonly BulkStatement _find;
    private readonly BulkStatement _update;
    private readonly long _import;
    private readonly long _repeatOf;
    private readonly KeyGroup _group;
    private readonly (int Start, int End)[] _ranges = new (int, int)[KeyGroup.Keys];
    private bool _expectKnown;

    /// <param name="connection">The writer's connection.</param>
    /// <param name="table">Canonical table.</param>
    /// <param name="import">Ledger id of the import at work.</param>
    /// <param name="repeatOf">Ledger id of the first import of the same content, or <see cref="long.MaxValue"/> where this is the first.</param>
    public RowKeys(SqliteConnection connection, string table, long import, long repeatOf)
    {
        var insert = SqlFile.ForTable("insert_key", table);
        _insert = new BulkStatement(connection, insert);
        _group = new KeyGroup(connection, insert);
        _find = new BulkStatement(connection, SqlFile.ForTable("find_key", table));
        _update = new BulkStatement(connection, SqlFile.ForTable("update_key", table));
        _import = import;
        _repeatOf = repeatOf;
    }

    /// <summary>A row that replaces another: its number in the batch and where the old one is.</summary>
    internal readonly record struct Replacement(int Row, long OldAt, long RowId, Hash128 OldContent);

    private readonly record struct Known(long RowAt, long RowId, Hash128 Content, int Occurrences, long WrittenBy, long SeenBy, int SeenCount);

    /// <summary>Rows without an id whose twin stood earlier in the file, of the last batch.</summary>
    public int RepeatedRows { get; private set; }

    /// <summary>Rows whose id stood earlier in the file, of the last batch.</summary>
    public int RepeatedIds { get; private set; }

    /// <summary>Rows to be replaced, of the last batch.</summary>
    public List<Replacement> Replacements { get; } = [];

    /// <summary>Fills <paramref name="fates"/> for the first <paramref name="count"/> rows.</summary>
    /// <param name="identities">Identities of the batch.</param>
    /// <param name="count">Rows.</param>
    /// <param name="rowAt">Date of each row as the fact table stores it.</param>
    /// <param name="firstId">Row id of the batch's row 0.</param>
    /// <param name="fates">The answer.</param>
    public void Decide(BatchIdentities identities, int count, ReadOnlySpan<long> rowAt, long firstId, Span<RowFate> fates)
    {
        RepeatedRows = 0;
        RepeatedIds = 0;
        Replacements.Clear();
        ReadOnlySpan<int> order = identities.Order.AsSpan(0, count);
        for (var start = 0; start < count;)
        {
            var ranges = 0;
            while (ranges < _ranges.Length && start < count)
            {
                var end = EndOfKey(identities, order, start);
                _ranges[ranges++] = (start, end);
                start = end;
            }

            Decide(identities, order, _ranges.AsSpan(0, ranges), rowAt, firstId, fates);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _group.Dispose();
        _find.Dispose();
        _update.Dispose();
    }

    private static int EndOfKey(BatchIdentities identities, ReadOnlySpan<int> order, int start)
    {
        var end = start + 1;
        while (end < order.Length && identities[order[end]].SameKey(identities[order[start]]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Where new keys are expected, a full group goes in with one statement; if one of them turns out to be known, each is asked for by itself.</summary>
    private void Decide(BatchIdentities identities, ReadOnlySpan<int> order, ReadOnlySpan<(int Start, int End)> ranges, ReadOnlySpan<long> rowAt, long firstId, Span<RowFate> fates)
    {
        var areNew = !_expectKnown && ranges.Length == KeyGroup.Keys && InsertAll(identities, order, ranges, rowAt, firstId);
        foreach (var (start, end) in ranges)
        {
            var group = order[start..end];
            var first = group[0];
            ref readonly var identity = ref identities[first];
            var known = areNew ? null : InsertOrFind(identity, rowAt[first], firstId + first, identity.IsNatural ? 1 : group.Length);
            if (identity.IsNatural)
            {
                DecideNatural(identities, group, known, rowAt[first], fates);
            }
            else
            {
                DecideContent(identity, group, known, fates);
            }
        }
    }

    private bool InsertAll(BatchIdentities identities, ReadOnlySpan<int> order, ReadOnlySpan<(int Start, int End)> ranges, ReadOnlySpan<long> rowAt, long firstId)
    {
        for (var position = 0; position < ranges.Length; position++)
        {
            var first = order[ranges[position].Start];
            ref readonly var identity = ref identities[first];
            KeyGroup.Bind(_group.Statement, KeyGroup.Parameters * position, identity, rowAt[first], firstId + first, identity.IsNatural ? 1 : ranges[position].End - ranges[position].Start, _import);
        }

        return _group.TryInsert();
    }

    private void DecideContent(in RowIdentity identity, ReadOnlySpan<int> group, Known? known, Span<RowFate> fates)
    {
        var seenBefore = known is { } k && k.SeenBy == _import ? k.SeenCount : 0;
        var seen = seenBefore + group.Length;
        var there = known?.Occurrences ?? 0;
        var total = Math.Max(there, seen);
        for (var i = 0; i < group.Length; i++)
        {
            fates[group[i]] = i < group.Length - (total - there) ? RowFate.AlreadyThere : RowFate.Store;
        }

        RepeatedRows += seenBefore == 0 ? group.Length - 1 : group.Length;
        if (known is { } old)
        {
            Update(identity, null, null, total, total > there ? _import : old.WrittenBy, seen);
        }
    }

    private void DecideNatural(BatchIdentities identities, ReadOnlySpan<int> group, Known? known, long rowAt, Span<RowFate> fates)
    {
        var first = group[0];
        ref readonly var identity = ref identities[first];
        if (known is { } newer && newer.WrittenBy > _repeatOf && newer.WrittenBy != _import)
        {
            RepeatedIds += group.Length - 1;
            SetAll(group, RowFate.AlreadyThere, fates);
            return;
        }

        var metBefore = known is { } met && met.SeenBy == _import;
        var current = metBefore ? known!.Value.Content : identity.Content;
        if (!metBefore)
        {
            fates[first] = Open(identity, known, first, rowAt);
        }

        foreach (var row in metBefore ? group : group[1..])
        {
            RepeatedIds++;
            fates[row] = identities[row].Content == current ? RowFate.AlreadyThere : RowFate.Refuse;
        }
    }

    private RowFate Open(in RowIdentity identity, Known? known, int row, long rowAt)
    {
        if (known is not { } old)
        {
            return RowFate.Store;
        }

        var same = old.Content == identity.Content;
        Update(identity, same ? old.RowAt : rowAt, identity.Content, 1, same ? old.WrittenBy : _import, 1);
        if (same)
        {
            return RowFate.AlreadyThere;
        }

        Replacements.Add(new Replacement(row, old.RowAt, old.RowId, old.Content));
        return RowFate.Replace;
    }

    private Known? InsertOrFind(in RowIdentity identity, long rowAt, long rowId, int occurrences)
    {
        if (_expectKnown && Find(identity) is { } expected)
        {
            return expected;
        }

        KeyGroup.Bind(_insert, 0, identity, rowAt, rowId, occurrences, _import);
        _expectKnown = _insert.Execute() != 1;
        return _expectKnown ? Find(identity) : null;
    }

    private Known? Find(in RowIdentity identity)
    {
        _find.Bind(1, identity.Key.High);
        _find.Bind(2, identity.Key.Low);
        _find.Bind(3, identity.Part);
        Known? found = _find.Step()
            ? new Known(_find.Integer(0), _find.Integer(1), new Hash128(_find.Integer(2), _find.Integer(3)), (int)_find.Integer(4), _find.Integer(5), _find.Integer(6), (int)_find.Integer(7))
            : null;
        _find.Reset();
        return found;
    }

    private void Update(in RowIdentity identity, long? rowAt, Hash128? content, int occurrences, long writtenBy, int seen)
    {
        BindOrNull(1, rowAt);
        BindOrNull(2, content?.High);
        BindOrNull(3, content?.Low);
        _update.Bind(4, occurrences);
        _update.Bind(5, writtenBy);
        _update.Bind(6, _import);
        _update.Bind(7, seen);
        _update.Bind(8, identity.Key.High);
        _update.Bind(9, identity.Key.Low);
        _update.Bind(10, identity.Part);
        _update.Execute();
    }

    private void BindOrNull(int parameter, long? value)
    {
        if (value is { } v)
        {
            _update.Bind(parameter, v);
        }
        else
        {
            _update.BindNull(parameter);
        }
    }

    private static void SetAll(ReadOnlySpan<int> group, RowFate fate, Span<RowFate> fates)
    {
        foreach (var row in group)
        {
            fates[row] = fate;
        }
    }
}
