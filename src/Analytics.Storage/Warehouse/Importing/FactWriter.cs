using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>Writes the rows of one fact table with prepared statements.</summary>
internal sealed class FactWriter : IFactRows
{
    private readonly CanonicalField[] _fields;
    private readonly DimensionKeys _dimensions;
    private readonly BulkStatement _insert;
    private readonly BulkStatement _delete;
    private readonly BulkStatement? _insertText;
    private readonly BulkStatement? _deleteText;
    private readonly SqliteConnection _connection;
    private readonly CanonicalTable _table;
    private readonly bool[] _used;
    private readonly int[] _parameters;
    private readonly int _idParameter;
    private readonly int _lowParameter;
    private readonly int _textIndex;
    private FactGroup? _group;
    private bool[] _groupUses = [];

    public FactWriter(SqliteConnection connection, CanonicalTable table, DimensionKeys dimensions)
    {
        _connection = connection;
        _table = table;
        _fields = [.. table.Fields];
        _used = new bool[_fields.Length];
        _dimensions = dimensions;
        _insert = new BulkStatement(connection, SqlFile.Read("insert_" + table.Name));
        _delete = new BulkStatement(connection, SqlFile.Read("delete_" + table.Name));
        if (table.Fields.Any(f => f.Type == FieldType.Text))
        {
            _insertText = new BulkStatement(connection, SqlFile.Read($"insert_{table.Name}_text"));
            _deleteText = new BulkStatement(connection, SqlFile.Read($"delete_{table.Name}_text"));
        }

        _parameters = [.. table.Fields.Select(f => _insert.Parameter(f.Type == FieldType.SubscriberId ? "subscriber_high" : f.Name))];
        _idParameter = _insert.Parameter("id");
        _lowParameter = _insert.Parameter("subscriber_low");
        _textIndex = Array.FindIndex(_fields, f => f.Type == FieldType.Text);
    }

    /// <inheritdoc/>
    public void Insert(RowBatch batch, List<int> rows, long firstId)
    {
        var grouped = rows.Count - (rows.Count % FactGroup.Rows);
        var group = grouped > 0 ? GroupFor(batch, rows) : null;
        for (var start = 0; start < grouped; start += FactGroup.Rows)
        {
            for (var i = 0; i < FactGroup.Rows; i++)
            {
                group!.Bind(i, batch.Row(rows[start + i]), firstId + rows[start + i]);
            }

            group!.Execute();
            InsertTexts(batch, rows, start, firstId);
        }

        for (var i = grouped; i < rows.Count; i++)
        {
            Insert(batch.Row(rows[i]), firstId + rows[i]);
        }
    }

    /// <inheritdoc/>
    public void Replace(RowBatch batch, IReadOnlyList<KeyRules.Replacement> replacements)
    {
        foreach (var replacement in replacements)
        {
            Delete(replacement.OldAt, replacement.RowId);
            Insert(batch.Row(replacement.Row), replacement.RowId);
        }
    }

    /// <summary>Stores a row under <paramref name="id"/>.</summary>
    private void Insert(ReadOnlySpan<FieldValue> row, long id)
    {
        _insert.Bind(_idParameter, id);
        foreach (var field in _fields)
        {
            ref readonly var value = ref row[field.Index];
            if (field.Type == FieldType.Text)
            {
                InsertText(value, id);
            }
            else if (value.IsMissing)
            {
                BindNull(field);
            }
            else
            {
                Bind(field, value);
            }
        }

        _insert.Execute();
    }

    /// <summary>Removes the row that a replacement takes the place of.</summary>
    private void Delete(long rowAt, long id)
    {
        _delete.Bind(1, rowAt);
        _delete.Bind(2, id);
        _delete.Execute();
        _deleteText?.Bind(1, id);
        _deleteText?.Execute();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _group?.Dispose();
        _insert.Dispose();
        _delete.Dispose();
        _insertText?.Dispose();
        _deleteText?.Dispose();
    }

    private void Bind(CanonicalField field, in FieldValue value)
    {
        var parameter = _parameters[field.Index];
        switch (field.Type)
        {
            case FieldType.Dimension:
                _insert.Bind(parameter, _dimensions.KeyOf(field, value.Text!));
                break;
            case FieldType.Real:
                _insert.Bind(parameter, value.Real);
                break;
            case FieldType.Id:
                _insert.Bind(parameter, value.Text!);
                break;
            case FieldType.SubscriberId:
                var subscriber = SubscriberKey.Parse(value.Text!);
                _insert.Bind(parameter, subscriber.High);
                _insert.Bind(_lowParameter, subscriber.Low);
                break;
            default:
                _insert.Bind(parameter, value.Integer);
                break;
        }
    }

    private void BindNull(CanonicalField field)
    {
        _insert.BindNull(_parameters[field.Index]);
        if (field.Type == FieldType.SubscriberId)
        {
            _insert.BindNull(_lowParameter);
        }
    }

    private FactGroup GroupFor(RowBatch batch, List<int> rows)
    {
        Array.Clear(_used);
        foreach (var row in rows)
        {
            var values = batch.Row(row);
            for (var i = 0; i < _used.Length; i++)
            {
                _used[i] |= !values[i].IsMissing;
            }
        }

        if (_group is null || !_used.AsSpan().SequenceEqual(_groupUses))
        {
            _group?.Dispose();
            _group = new FactGroup(_connection, _table, _dimensions, _used);
            _groupUses = [.. _used];
        }

        return _group;
    }

    private void InsertTexts(RowBatch batch, List<int> rows, int start, long firstId)
    {
        for (var i = start; _textIndex >= 0 && i < start + FactGroup.Rows; i++)
        {
            InsertText(batch.Row(rows[i])[_textIndex], firstId + rows[i]);
        }
    }

    private void InsertText(in FieldValue value, long id)
    {
        if (!value.IsMissing)
        {
            _insertText!.Bind(1, id);
            _insertText.Bind(2, value.Text!);
            _insertText.Execute();
        }
    }
}
