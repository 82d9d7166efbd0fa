using System.Collections.Concurrent;
using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>Writes batches of one import: decides each row's fate, then stores, replaces and quarantines. Runs inside the caller's transaction.</summary>
internal sealed class BatchWriter : IDisposable
{
    private readonly WarehouseSession _session;
    private readonly CanonicalTable _table;
    private readonly int _dateIndex;
    private readonly DimensionKeys _dimensions;
    private readonly IFactRows _facts;
    private readonly IRowKeys _keys;
    private readonly ContentOccurrences _contents;
    private readonly ConcurrentDictionary<RowBatch, BatchIdentities> _prepared = [];
    private readonly TableState _state;
    private readonly SnapshotWriter? _snapshots;
    private readonly List<int> _stored = [];
    private RowFate[] _fates = [];
    private long[] _rowAt = [];

    public BatchWriter(WarehouseSession session, CanonicalTable table, LedgerEntry entry)
    {
        _session = session;
        _table = table;
        _dateIndex = table.DateField.Index;
        _dimensions = new DimensionKeys(session, table);
        var repeatOf = entry.RepeatOf ?? long.MaxValue;
        var isEmbedded = session.Dialect.Provider == WarehouseProvider.Sqlite;
        _facts = isEmbedded ? new FactWriter(session.Sqlite, table, _dimensions) : new ServerFactRows(session, table, _dimensions);
        _keys = isEmbedded ? new RowKeys(session.Sqlite, table.Name, entry.Id, repeatOf) : new ServerRowKeys(session, table.Name, entry.Id, repeatOf);
        _contents = new ContentOccurrences(session, table.Name, entry.Id);
        _state = new TableState(session, table, (DatePrecision)entry.DatePrecision);
        _snapshots = ReferenceEquals(table, CanonicalTable.Subscriber) ? new SnapshotWriter(session, _dimensions) : null;
    }

    /// <summary>Fates of the last batch's rows.</summary>
    public ReadOnlySpan<RowFate> Fates => _fates;

    /// <summary>Hashes the rows of a batch, which needs no database: another thread may do it while an earlier batch is written.</summary>
    public void Prepare(RowBatch batch) => _prepared.GetOrAdd(batch, _ => new BatchIdentities(_table)).Load(batch);

    /// <summary>Writes the rows of <paramref name="batch"/> and gives the counts of these rows; the batch's own quarantined rows are not looked at.</summary>
    public ImportCounts Write(RowBatch batch, long firstId)
    {
        Reserve(batch);
        Prepare(batch);
        var identities = _prepared[batch];
        for (var row = 0; row < batch.Count; row++)
        {
            _rowAt[row] = batch.Row(row)[_dateIndex].Integer;
        }

        _keys.Decide(identities, _rowAt, firstId, _fates);
        _contents.Decide(identities, batch.Count, _fates);
        Store(batch, identities, firstId);
        Replace(batch, identities);
        KeepSnapshots(batch, identities);
        _dimensions.Flush();
        _state.Save(_session);
        identities.Clear();
        return Count(batch.Count);
    }

    /// <summary>Brings what was put off up to date, within the last transaction of the import.</summary>
    public void Settle()
    {
        _contents.Settle();
        _state.Settle(_session);
        _snapshots?.Settle();
        if (_session.Dialect.Provider == WarehouseProvider.PostgreSql)
        {
            // its planner must know what came in before the next study asks
            _session.ExecuteForTable("analyze_table", _table.Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _dimensions.Dispose();
        _facts.Dispose();
        _keys.Dispose();
        _contents.Dispose();
    }

    private void Reserve(RowBatch batch)
    {
        if (_fates.Length < batch.Capacity)
        {
            _fates = new RowFate[batch.Capacity];
            _rowAt = new long[batch.Capacity];
        }
    }

    private void Store(RowBatch batch, BatchIdentities identities, long firstId)
    {
        _stored.Clear();
        for (var row = 0; row < batch.Count; row++)
        {
            if (_fates[row] == RowFate.Store)
            {
                _state.Add(batch.Row(row), identities[row].Content);
                _stored.Add(row);
            }
        }

        _facts.Insert(batch, _stored, firstId);
    }

    private void Replace(RowBatch batch, BatchIdentities identities)
    {
        _facts.Replace(batch, _keys.Rules.Replacements);
        foreach (var replacement in _keys.Rules.Replacements)
        {
            _state.Remove(replacement.OldContent);
            _state.Add(batch.Row(replacement.Row), identities[replacement.Row].Content);
            _snapshots?.Replace((int)_rowAt[replacement.Row], replacement.OldContent, identities[replacement.Row].Content);
        }
    }

    private void KeepSnapshots(RowBatch batch, BatchIdentities identities)
    {
        if (_snapshots is null)
        {
            return;
        }

        // one snapshot after the other, however the file mixes them
        foreach (var row in _stored.OrderBy(row => _rowAt[row]))
        {
            _snapshots.Add(batch.Row(row), identities[row].Content);
        }

        _snapshots.Flush();
    }

    private ImportCounts Count(int rows)
    {
        long stored = 0;
        long there = 0;
        long refused = 0;
        foreach (var fate in _fates.AsSpan(0, rows))
        {
            stored += fate is RowFate.Store or RowFate.Replace ? 1 : 0;
            there += fate == RowFate.AlreadyThere ? 1 : 0;
            refused += fate == RowFate.Refuse ? 1 : 0;
        }

        return new ImportCounts(rows, stored, there, refused, _contents.RepeatedRows, _keys.Rules.RepeatedIds);
    }
}
