using Analytics.Core.Canonical;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>
/// Keeps the column chunks of subscriber snapshots: rows that are new become chunks in the batch's own transaction; a snapshot with
/// replaced rows is marked stale and rebuilt when the import completes, as is one cut into many small chunks.
/// </summary>
internal sealed class SnapshotWriter : IDisposable
{
    private const int SmallChunk = 16_384;
    private readonly SqliteConnection _connection;
    private readonly DimensionKeys _dimensions;
    private readonly BulkStatement _insert;
    private readonly SnapshotBuffer _buffer = new();
    private readonly HashSet<int> _stale = [];
    private int _asOf = -1;

    public SnapshotWriter(SqliteConnection connection, DimensionKeys dimensions)
    {
        _connection = connection;
        _dimensions = dimensions;
        _insert = new BulkStatement(connection, SqlFile.Read("insert_subscriber_chunk"));
    }

    /// <summary>Takes a new row in.</summary>
    public void Add(ReadOnlySpan<FieldValue> row)
    {
        var asOf = (int)row[1].Integer;
        if (asOf != _asOf || _buffer.IsFull)
        {
            Flush();
            _asOf = asOf;
        }

        _buffer.Add(row, asOf, _dimensions);
    }

    /// <summary>Notes that a row of that snapshot was replaced.</summary>
    public void MarkStale(int asOf) => _stale.Add(asOf);

    /// <summary>Writes what is gathered, within the batch's transaction.</summary>
    public void Flush()
    {
        if (_buffer.Count > 0)
        {
            Write(_asOf, _buffer);
        }

        foreach (var asOf in _stale)
        {
            _connection.Execute(SqlFile.Read("mark_snapshot_stale"), new { as_of = asOf });
        }

        _stale.Clear();
    }

    /// <summary>Rebuilds the snapshots that are stale or in small pieces.</summary>
    public void Settle()
    {
        foreach (var asOf in _connection.Query<int>(SqlFile.Read("snapshots_to_rebuild"), new { small_chunk = SmallChunk }).ToList())
        {
            Rebuild(asOf);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _insert.Dispose();

    private void Rebuild(int asOf)
    {
        _connection.Execute(SqlFile.Read("clear_snapshot"), new { as_of = asOf });
        _connection.Execute(SqlFile.Read("clear_subscriber_chunks"), new { as_of = asOf });
        using var rows = new BulkStatement(_connection, SqlFile.Read("subscriber_rows"));
        rows.Bind(rows.Parameter("as_of"), asOf);
        rows.Bind(rows.Parameter("as_of_year"), DateOnly.FromDayNumber(asOf).Year);
        while (rows.Step())
        {
            _buffer.Add(rows);
            if (_buffer.IsFull)
            {
                Write(asOf, _buffer);
            }
        }

        if (_buffer.Count > 0)
        {
            Write(asOf, _buffer);
        }
    }

    private void Write(int asOf, SnapshotBuffer buffer)
    {
        var rows = buffer.Count;
        _connection.Execute(SqlFile.Read("add_to_snapshot"), new { as_of = asOf, row_total = rows });
        foreach (var (column, encoding, data) in buffer.Drain())
        {
            _insert.Bind(1, asOf);
            _insert.Bind(2, column);
            _insert.Bind(3, rows);
            _insert.Bind(4, (int)encoding);
            _insert.BindBlob(5, data);
            _insert.Execute();
        }
    }
}
