using Analytics.Core.Canonical;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>Puts refused rows away whole. A row that waits already under the same import is not put away twice.</summary>
internal sealed class QuarantineWriter : IDisposable
{
    private readonly CanonicalTable _table;
    private readonly BulkStatement _insert;
    private readonly long _import;
    private readonly bool _isRepeat;

    /// <param name="connection">The writer's connection.</param>
    /// <param name="table">Canonical table.</param>
    /// <param name="import">Ledger id the rows are kept under: the first import of that content.</param>
    /// <param name="isRepeat">Whether that content was imported before, so that its rows may wait already.</param>
    public QuarantineWriter(SqliteConnection connection, CanonicalTable table, long import, bool isRepeat)
    {
        _isRepeat = isRepeat;
        _table = table;
        _import = import;
        _insert = new BulkStatement(connection, SqlFile.Read("insert_quarantine"));
    }

    /// <summary>Puts a row away that failed a check of the importer.</summary>
    public void Write(QuarantinedRow row) => Write(row, isCanonical: false);

    /// <summary>Puts a row of the batch away that the warehouse itself refuses.</summary>
    public void Refuse(RowBatch batch, int row)
    {
        var key = _table.NaturalKey[0];
        var raw = batch.RawRow?.Invoke(row);
        Write(new QuarantinedRow(batch.Lines[row], key.Name, batch.Row(row)[key.Index].ToText(key.Type), "repeated-id", raw ?? CanonicalRaw(batch.Row(row))), raw is null);
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

    private void Write(QuarantinedRow row, bool isCanonical)
    {
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
    public void Dispose() => _insert.Dispose();
}
