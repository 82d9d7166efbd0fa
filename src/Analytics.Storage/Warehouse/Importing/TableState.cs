using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// What is known of a table without scanning it: rows, content digest, newest moment, filled columns, date precision by hour. Kept up
/// batch by batch in the import's transactions.
/// </summary>
internal sealed class TableState
{
    private readonly CanonicalTable _table;
    private readonly DatePrecision _precision;
    private readonly int[] _moments;
    private readonly int _dateIndex;
    private readonly bool _keepsHours;
    private readonly long[] _filled;
    private readonly HashSet<long> _knownHours = [];
    private readonly HashSet<long> _newHours = [];
    private long _lastHour = -1;
    private long _rows;
    private long _digestHigh;
    private long _digestLow;
    private long _newest;
    private bool _newestIsStale;

    public TableState(WarehouseSession session, CanonicalTable table, DatePrecision precision)
    {
        _table = table;
        _precision = precision;
        _moments = [.. table.Fields.Where(f => f.Type == FieldType.Instant).Select(f => f.Index)];
        _dateIndex = table.DateField.Index;
        // rows dated to the day or month only make a finer report wrong: their hours are kept
        _keepsHours = precision != DatePrecision.Instant && table.DateField.Type == FieldType.Instant;
        _filled = new long[table.Fields.Count];
        var row = session.First<Row>("find_table_state", new { table_name = table.Name });
        if (row is not null)
        {
            (_rows, _digestHigh, _digestLow, _newest, _newestIsStale) = (row.RowTotal, row.DigestHigh, row.DigestLow, row.NewestAt, row.NewestIsStale != 0);
        }
    }

    private sealed record Row
    {
        public long RowTotal { get; init; }

        public long DigestHigh { get; init; }

        public long DigestLow { get; init; }

        public long NewestAt { get; init; }

        public int NewestIsStale { get; init; }
    }

    /// <summary>Takes a stored row in.</summary>
    public void Add(ReadOnlySpan<FieldValue> row, in Hash128 content)
    {
        _rows++;
        _digestHigh = unchecked(_digestHigh + content.High);
        _digestLow = unchecked(_digestLow + content.Low);
        foreach (var field in _moments)
        {
            _newest = Math.Max(_newest, row[field].Integer);
        }

        for (var i = 0; i < _filled.Length; i++)
        {
            _filled[i] += row[i].IsMissing ? 0 : 1;
        }

        if (_keepsHours)
        {
            KeepHour(row[_dateIndex].Integer / TimeSpan.TicksPerHour);
        }
    }

    private void KeepHour(long hour)
    {
        if (hour != _lastHour && _knownHours.Add(hour))
        {
            _newHours.Add(hour);
        }

        _lastHour = hour;
    }

    /// <summary>Takes a row out that is being replaced; the newest moment is found again when the import completes.</summary>
    public void Remove(in Hash128 content)
    {
        _rows--;
        _digestHigh = unchecked(_digestHigh - content.High);
        _digestLow = unchecked(_digestLow - content.Low);
        _newestIsStale |= _moments.Length > 0;
    }

    /// <summary>Writes the state within the batch's transaction.</summary>
    public void Save(WarehouseSession session)
    {
        session.Execute("put_table_state", new
        {
            table_name = _table.Name,
            row_total = _rows,
            digest_high = _digestHigh,
            digest_low = _digestLow,
            newest_at = _newest,
            newest_is_stale = _newestIsStale ? 1 : 0,
        });
        foreach (var field in _table.Fields.Where(f => _filled[f.Index] > 0))
        {
            session.Execute("add_column_fill", new { table_name = _table.Name, column_name = field.Name, filled = _filled[field.Index] });
        }

        foreach (var hour in _newHours)
        {
            session.Execute("put_date_precision_hour", new { table_name = _table.Name, hour, date_precision = (int)_precision });
        }

        Array.Clear(_filled);
        _newHours.Clear();
    }

    /// <summary>Finds the newest moment again where rows that held it may have been replaced.</summary>
    public void Settle(WarehouseSession session)
    {
        if (_newestIsStale)
        {
            _newest = session.Scalar<long?>("newest_" + _table.Name) ?? 0;
            _newestIsStale = false;
            Save(session);
        }
    }
}
