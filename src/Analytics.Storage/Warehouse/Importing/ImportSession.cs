using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Ledgers;
using Analytics.Storage.Warehouse.Sharding;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// One import at work. Each <see cref="Write"/> is one transaction that holds rows, quarantine and watermark, so whatever kills the
/// process, the next run of the same content and mapping continues behind <see cref="ResumeAfter"/> and ends the same.
/// Not for use from several threads at once.
/// </summary>
public sealed class ImportSession : IDisposable
{
    private readonly WarehouseSession _session;
    private readonly CanonicalTable _table;
    private readonly TimeProvider _time;
    private readonly IDisposable _lock;
    private readonly BatchWriter _rows;
    private readonly QuarantineWriter _quarantine;
    private readonly RetrySettlement? _retry;
    private readonly KnownQuarantine? _known;
    private LedgerEntry _entry;
    private bool _isBroken;

    internal ImportSession(WarehouseSession session, CanonicalTable table, LedgerEntry entry, TimeProvider time, IDisposable writeLock, RetrySettlement? retry = null, bool isIncremental = false)
    {
        _session = session;
        _table = table;
        _entry = entry;
        _time = time;
        _lock = writeLock;
        _rows = new BatchWriter(session, table, entry);
        _quarantine = new QuarantineWriter(session, table, entry.RepeatOf ?? entry.Id, entry.RepeatOf is not null);
        _retry = retry;
        _known = isIncremental ? new KnownQuarantine(session, entry) : null;
    }

    /// <summary>Number of the import in the ledger; an interrupted one that is taken up keeps its number.</summary>
    public long Id => _entry.Id;

    /// <summary>Source rows an interrupted run of the same content and mapping has committed; the importer skips that many. 0 for a fresh import.</summary>
    public long ResumeAfter => _entry.SourceRows;

    /// <summary>Counts so far, an interrupted run's included.</summary>
    public ImportCounts Counts => _entry.Counts;

    /// <summary>Whether the same content was imported under the same mapping before; then nothing newer is overwritten.</summary>
    public bool IsRepeat => _entry.RepeatOf is not null;

    /// <summary>
    /// Does the part of <see cref="Write"/> that needs no database. May be called on another thread while an earlier batch is written; a
    /// batch that was not prepared is prepared when it is written, and one that was must not change until then.
    /// </summary>
    public void Prepare(RowBatch batch) => _rows.Prepare(batch);

    /// <summary>Stores a batch in one transaction. A batch without rows moves the watermark alone.</summary>
    /// <exception cref="AnalyticsException">AN3004 disk full, AN3006 disk fault, AN3009 too many labels: nothing of the batch is stored and the session is over.</exception>
    public void Write(RowBatch batch)
    {
        if (_isBroken)
        {
            throw new InvalidOperationException("A batch of this session failed; begin the import again.");
        }

        var advanced = _entry;
        Transact(() =>
        {
            var counts = _rows.Write(batch, _entry.FirstRowId + _entry.RowsRead);
            var known = Quarantine(batch);
            advanced = Advance(batch, counts, known);
            ImportLedger.Advance(_session, advanced);
            SourceStates.Advance(_session, _entry, batch.SourcePosition);
        });
        _entry = advanced;
    }

    /// <summary>Ends the import: the totals are checked against what is in the database, findings are kept.</summary>
    /// <param name="findings">What the importer found about the file as a whole; repeated rows and ids, which only the warehouse knows, are added.</param>
    /// <returns>The counts of the whole import, an interrupted run's included.</returns>
    /// <exception cref="AnalyticsException">AN3010: rows read are not rows stored + already there + quarantined.</exception>
    public ImportCounts Complete(IReadOnlyList<Finding> findings)
    {
        Transact(() =>
        {
            _rows.Settle();
            RequireBalance();
            var isNew = _known is null || _entry.Stored + _entry.Quarantined > 0;
            ImportLedger.Finish(_session, _entry, isNew ? [.. findings, .. OwnFindings(findings)] : [], _time.GetUtcNow().UtcDateTime, isNew ? LedgerEntry.Complete : LedgerEntry.Unchanged);
            _retry?.Finish(_entry.Counts);
        });
        return _entry.Counts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _quarantine.Dispose();
        _lock.Dispose();
    }

    private void Transact(Action work)
    {
        try
        {
            ShardFaults.Guard(_session, () => _session.InTransaction(() =>
            {
                work();
                return true;
            }));
        }
        catch
        {
            _isBroken = true;
            throw;
        }
    }

    /// <summary>Puts the refused rows of a batch away; gives how many of them wait already from an earlier pull.</summary>
    private long Quarantine(RowBatch batch)
    {
        if (_retry is { } retry)
        {
            retry.Settle(batch, _rows.Fates);
            return 0;
        }

        long known = 0;
        foreach (var row in batch.Quarantined)
        {
            if (_known?.Contains(row) == true) known++;
            else _quarantine.Write(row);
        }

        for (var row = 0; row < batch.Count; row++)
        {
            if (_rows.Fates[row] != RowFate.Refuse) continue;
            var refused = _quarantine.Refused(batch, row);
            if (_known?.Contains(refused.Row) == true) known++;
            else _quarantine.Write(refused.Row, refused.IsCanonical);
        }

        _quarantine.Flush();
        return known;
    }

    private LedgerEntry Advance(RowBatch batch, ImportCounts counts, long known) => _entry with
    {
        SourceRows = batch.SourceRowsRead,
        RowsRead = _entry.RowsRead + batch.Count + batch.Quarantined.Count,
        Stored = _entry.Stored + counts.Stored,
        AlreadyThere = _entry.AlreadyThere + counts.AlreadyThere + known,
        Quarantined = _entry.Quarantined + counts.Quarantined + batch.Quarantined.Count - known,
        RepeatedRows = _entry.RepeatedRows + counts.RepeatedRows,
        RepeatedIds = _entry.RepeatedIds + counts.RepeatedIds,
    };

    private void RequireBalance()
    {
        var waiting = _session.Scalar<long>("quarantined_of_import", new { import_id = _entry.Id });
        var expected = IsRepeat || _retry is not null ? waiting : _entry.Quarantined;
        if (_entry.RowsRead != _entry.Stored + _entry.AlreadyThere + _entry.Quarantined || waiting != expected)
        {
            throw new AnalyticsException(
                "AN3010",
                FormattableString.Invariant($"The totals of '{_entry.Source}' do not tie: {_entry.RowsRead} rows read, {_entry.Stored} stored, {_entry.AlreadyThere} already there, {_entry.Quarantined} quarantined ({waiting} in quarantine)."),
                "This is a fault of the program: report it with the file's mapping.");
        }
    }

    private IEnumerable<Finding> OwnFindings(IReadOnlyList<Finding> given)
    {
        if (_entry.RepeatedRows > 0 && !given.Any(f => f.Rule == "repeated-rows"))
        {
            yield return new Finding("repeated-rows", _entry.Source, "", _entry.RepeatedRows, "Identical rows of the file are each kept.");
        }

        if (_entry.RepeatedIds > 0 && !given.Any(f => f.Rule == "repeated-ids"))
        {
            yield return new Finding("repeated-ids", _entry.Source, _table.NaturalKey[0].Name, _entry.RepeatedIds, "Identical repeats count as already there, others are quarantined.");
        }

        var before = _session.Scalar<long>("stored_under_other_mapping", new { table_name = _entry.TableName, content_hash = _entry.ContentHash, mapping_hash = _entry.MappingHash });
        if (before > 0)
        {
            yield return new Finding("imported-under-other-mapping", _entry.Source, "", before, "The same file was imported under another mapping; rows without an id stand in the warehouse under both.");
        }
    }
}
