using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>Puts refused rows away whole. A row that waits already under the same import is not put away twice.</summary>
internal sealed class QuarantineWriter : IDisposable
{
    private static readonly string[] Staged = ["position", "line", "field", "value", "rule_name", "raw", "is_canonical"];
    private readonly CanonicalTable _table;
    private readonly WarehouseSession _session;
    private readonly BulkStatement? _insert;
    private readonly List<(QuarantinedRow Row, bool IsCanonical)> _pending = [];
    private readonly long _import;
    private readonly bool _isRepeat;

    /// <param name="session">The writer's session.</param>
    /// <param name="table">Canonical table.</param>
    /// <param name="import">Ledger id the rows are kept under: the first import of that content.</param>
    /// <param name="isRepeat">Whether that content was imported before, so that its rows may wait already.</param>
    public QuarantineWriter(WarehouseSession session, CanonicalTable table, long import, bool isRepeat)
    {
        _isRepeat = isRepeat;
        _table = table;
        _import = import;
        _session = session;
        _insert = session.Dialect.Provider == WarehouseProvider.Sqlite ? new BulkStatement(session.Sqlite, SqlFile.Read("insert_quarantine")) : null;
    }

    /// <summary>Puts a row away that failed a check of the importer.</summary>
    public void Write(QuarantinedRow row) => Write(row, isCanonical: false);

    /// <summary>A row of the batch that the warehouse itself refuses, as it is put away.</summary>
    public (QuarantinedRow Row, bool IsCanonical) Refused(RowBatch batch, int row)
    {
        var key = _table.NaturalKey[0];
        var raw = batch.RawRow?.Invoke(row);
        return (new QuarantinedRow(batch.Lines[row], key.Name, batch.Row(row)[key.Index].ToText(key.Type), "repeated-id", raw ?? CanonicalRaw(batch.Row(row))), raw is null);
    }

    /// <summary>Stores the rows put away since the last flush, where the store takes them together; within the batch's transaction.</summary>
    public void Flush()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        using (var load = _session.Load("stage_quarantine", Staged))
        {
            var kept = _isRepeat ? [.. _pending.DistinctBy(p => (p.Row.Line, p.Row.Rule, p.Row.Field, p.Row.Raw))] : _pending;
            for (var position = 0; position < kept.Count; position++)
            {
                Stage(load, position, kept[position].Row, kept[position].IsCanonical);
            }

            load.Complete();
        }

        _session.Execute("insert_staged_quarantine", new { import_id = _import, is_repeat = _isRepeat ? 1 : 0 });
        _session.Execute("clear_staged_quarantine");
        _pending.Clear();
    }

    private static void Stage(IBulkLoad load, int position, QuarantinedRow row, bool isCanonical)
    {
        load.StartRow();
        load.Write((long)position);
        load.Write(row.Line);
        load.Write(row.Field);
        load.Write(row.Value);
        load.Write(row.Rule);
        load.Write(row.Raw);
        load.Write(isCanonical ? 1L : 0L);
    }

    /// <summary>The values of a row as canonical columns, escaped as <see cref="QuarantinedRow.Raw"/>.</summary>
    private string CanonicalRaw(ReadOnlySpan<FieldValue> row)
    {
        var fields = new string[_table.Fields.Count];
        foreach (var field in _table.Fields)
        {
            fields[field.Index] = RawText.Escape(row[field.Index].ToText(field.Type));
        }

        return string.Join('\t', fields);
    }

    /// <summary>Puts a row away; its fields are the source's, or canonical ones where it had been mapped.</summary>
    public void Write(QuarantinedRow row, bool isCanonical)
    {
        if (_insert is null)
        {
            _pending.Add((row, isCanonical));
            return;
        }

        _insert.Bind(1, _import);
        _insert.Bind(2, row.Line);
        _insert.Bind(3, row.Field);
        _insert.Bind(4, row.Value);
        _insert.Bind(5, row.Rule);
        _insert.Bind(6, row.Raw);
        _insert.Bind(7, isCanonical ? 1L : 0L);
        _insert.Bind(8, _isRepeat ? 1L : 0L);
        _insert.Execute();
    }

    /// <inheritdoc/>
    public void Dispose() => _insert?.Dispose();
}
