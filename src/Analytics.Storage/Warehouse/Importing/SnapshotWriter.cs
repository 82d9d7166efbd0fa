using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Reading;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// Keeps the column chunks of subscriber snapshots: rows that are new become chunks in the batch's own transaction; a snapshot with
/// replaced rows is marked stale and rebuilt when the import completes, as is one cut into many small chunks.
/// </summary>
internal sealed class SnapshotWriter(WarehouseSession session, DimensionKeys dimensions)
{
    private const int SmallChunk = 16_384;
    private readonly SnapshotBuffer _buffer = new();
    private readonly HashSet<int> _stale = [];
    private readonly Dictionary<int, Hash128> _changes = [];
    private int _asOf = -1;

    /// <summary>Takes a new row in.</summary>
    public void Add(ReadOnlySpan<FieldValue> row, in Hash128 content)
    {
        var asOf = (int)row[1].Integer;
        if (asOf != _asOf || _buffer.IsFull)
        {
            Flush();
            _asOf = asOf;
        }

        _buffer.Add(row, asOf, dimensions);
        Change(asOf, content, default);
    }

    /// <summary>Notes that a row of that snapshot was replaced.</summary>
    public void Replace(int asOf, in Hash128 before, in Hash128 after)
    {
        _stale.Add(asOf);
        Change(asOf, after, before);
    }

    /// <summary>Writes what is gathered, within the batch's transaction.</summary>
    public void Flush()
    {
        if (_buffer.Count > 0)
        {
            Write(_asOf, _buffer);
        }

        foreach (var asOf in _stale)
        {
            session.Execute("mark_snapshot_stale", new { as_of = asOf });
        }

        _stale.Clear();
        foreach (var (asOf, change) in _changes)
        {
            var known = session.First<Digest>("find_snapshot", new { as_of = asOf })!;
            session.Execute("put_snapshot_digest", new { as_of = asOf, digest_high = unchecked(known.DigestHigh + change.High), digest_low = unchecked(known.DigestLow + change.Low) });
        }

        _changes.Clear();
    }

    /// <summary>Rebuilds the snapshots that are stale or in small pieces.</summary>
    public void Settle()
    {
        foreach (var asOf in session.Query<int>("snapshots_to_rebuild", new { small_chunk = SmallChunk }))
        {
            Rebuild(asOf);
        }
    }

    /// <summary>Sums do not depend on the order rows come in, nor on how they are cut into batches: the same rows are the same digest in every store.</summary>
    private void Change(int asOf, in Hash128 added, in Hash128 removed)
    {
        var sum = _changes.GetValueOrDefault(asOf);
        _changes[asOf] = new Hash128(unchecked(sum.High + added.High - removed.High), unchecked(sum.Low + added.Low - removed.Low));
    }

    private void Rebuild(int asOf)
    {
        session.Execute("clear_snapshot", new { as_of = asOf });
        session.Execute("clear_subscriber_chunks", new { as_of = asOf });
        for (var after = long.MinValue; Gather(asOf, after) is { } last; after = last)
        {
            Write(asOf, _buffer);
        }
    }

    /// <summary>Reads a chunk's worth of rows behind a row id, so that no query is open while the chunk is written.</summary>
    /// <returns>The last row's id; null where there are no more.</returns>
    private long? Gather(int asOf, long after)
    {
        long? last = null;
        using var rows = session.Read(
            session.Dialect.Sql("subscriber_rows"),
            ("as_of", asOf),
            ("as_of_year", DateOnly.FromDayNumber(asOf).Year),
            ("after", after),
            ("row_limit", ColumnChunk.Rows));
        while (rows.Step())
        {
            last = rows.Integer(0);
            _buffer.Add(rows, firstColumn: 1);
        }

        return last;
    }

    private void Write(int asOf, SnapshotBuffer buffer)
    {
        var rows = buffer.Count;
        session.Execute("add_to_snapshot", new { as_of = asOf, row_total = rows });
        foreach (var (column, encoding, data) in buffer.Drain())
        {
            session.Execute("insert_subscriber_chunk", new { as_of = asOf, column_name = column, row_total = rows, encoding = (int)encoding, data });
        }
    }

    private sealed class Digest
    {
        public long DigestHigh { get; init; }

        public long DigestLow { get; init; }
    }
}
