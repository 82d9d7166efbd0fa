using Analytics.Core.Canonical;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>Writes the rows of one fact table with prepared statements.</summary>
internal sealed class FactWriter : IDisposable
{
    private readonly CanonicalField[] _fields;
    private readonly DimensionKeys _dimensions;
    private readonly BulkStatement _insert;
    private readonly BulkStatement _delete;
    private readonly BulkStatement? _insertText;
    private readonly BulkStatement? _deleteText;
    private readonly int[] _parameters;
    private readonly int _idParameter;
    private readonly int _lowParameter;

    public FactWriter(SqliteConnection connection, CanonicalTable table, DimensionKeys dimensions)
    {
        _fields = [.. table.Fields];
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
    }

    /// <summary>Stores a row under <paramref name="id"/>.</summary>
    public void Insert(ReadOnlySpan<FieldValue> row, long id)
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
    public void Delete(long rowAt, long id)
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
