using Analytics.Storage.Warehouse.Importing;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>
/// The key table of the embedded store, looked up and kept key by key. Memory does not grow with the file: what the import has met so
/// far stands in the key table itself.
/// </summary>
internal sealed class RowKeys : IRowKeys
{
    private readonly BulkStatement _insert;
    private readonly BulkStatement _find;
    private readonly BulkStatement _update;
    private readonly long _import;
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
        Rules = new KeyRules(import, repeatOf);
    }

    /// <inheritdoc/>
    public KeyRules Rules { get; }

    /// <inheritdoc/>
    public void Decide(BatchIdentities identities, ReadOnlySpan<long> rowAt, long firstId, Span<RowFate> fates)
    {
        Rules.Begin();
        var order = identities.Order;
        for (var start = 0; start < order.Length;)
        {
            var ranges = 0;
            while (ranges < _ranges.Length && start < order.Length)
            {
                var end = identities.EndOfKey(start);
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

    /// <summary>Where new keys are expected, a full group goes in with one statement; from the first that turns out to be known, each is asked for by itself.</summary>
    private void Decide(BatchIdentities identities, ReadOnlySpan<int> order, ReadOnlySpan<(int Start, int End)> ranges, ReadOnlySpan<long> rowAt, long firstId, Span<RowFate> fates)
    {
        var inserted = !_expectKnown && ranges.Length == KeyGroup.Keys ? InsertAll(identities, order, ranges, rowAt, firstId) : 0;
        for (var position = 0; position < ranges.Length; position++)
        {
            var group = order[ranges[position].Start..ranges[position].End];
            var first = group[0];
            ref readonly var identity = ref identities[first];
            var known = position < inserted ? null : InsertOrFind(identity, rowAt[first], firstId + first);
            if (Rules.Decide(identities, group, known, rowAt[first], fates) is { } change)
            {
                Update(identity, change);
            }
        }
    }

    private int InsertAll(BatchIdentities identities, ReadOnlySpan<int> order, ReadOnlySpan<(int Start, int End)> ranges, ReadOnlySpan<long> rowAt, long firstId)
    {
        for (var position = 0; position < ranges.Length; position++)
        {
            var first = order[ranges[position].Start];
            ref readonly var identity = ref identities[first];
            KeyGroup.Bind(_group.Statement, KeyGroup.Parameters * position, identity, rowAt[first], firstId + first, _import);
        }

        return _group.Insert();
    }

    private KeyRules.Known? InsertOrFind(in RowIdentity identity, long rowAt, long rowId)
    {
        if (_expectKnown && Find(identity) is { } expected)
        {
            return expected;
        }

        KeyGroup.Bind(_insert, 0, identity, rowAt, rowId, _import);
        _expectKnown = _insert.Execute() != 1;
        return _expectKnown ? Find(identity) : null;
    }

    private KeyRules.Known? Find(in RowIdentity identity)
    {
        _find.Bind(1, identity.Key.High);
        _find.Bind(2, identity.Key.Low);
        _find.Bind(3, identity.Part);
        KeyRules.Known? found = _find.Step()
            ? new KeyRules.Known(_find.Integer(0), _find.Integer(1), new Hash128(_find.Integer(2), _find.Integer(3)), _find.Integer(4), _find.Integer(5))
            : null;
        _find.Reset();
        return found;
    }

    private void Update(in RowIdentity identity, in KeyRules.Change change)
    {
        _update.Bind(1, change.RowAt);
        _update.Bind(2, change.Content.High);
        _update.Bind(3, change.Content.Low);
        _update.Bind(4, change.WrittenBy);
        _update.Bind(5, _import);
        _update.Bind(6, identity.Key.High);
        _update.Bind(7, identity.Key.Low);
        _update.Bind(8, identity.Part);
        _update.Execute();
    }
}
