using System.Data;
using Microsoft.Data.SqlClient;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Loads rows by bulk copy. They are gathered first; a batch is small enough for that.</summary>
internal sealed class SqlServerLoad : IBulkLoad
{
    private readonly SqlBulkCopy _copy;
    private readonly DataTable _rows = new() { Locale = System.Globalization.CultureInfo.InvariantCulture };
    private object?[] _row = [];
    private int _column;

    public SqlServerLoad(SqlConnection connection, SqlTransaction? transaction, string table, IReadOnlyList<BulkColumn> columns)
    {
        _copy = new SqlBulkCopy(connection, SqlBulkCopyOptions.Default, transaction) { DestinationTableName = table, BulkCopyTimeout = 0 };
        foreach (var column in columns)
        {
            _rows.Columns.Add(column.Name, column.Type);
            _copy.ColumnMappings.Add(column.Name, column.Name);
        }
    }

    /// <inheritdoc/>
    public void StartRow()
    {
        Keep();
        _row = new object?[_rows.Columns.Count];
        _column = 0;
    }

    /// <inheritdoc/>
    public void Write(long value) => _row[_column] = Type.GetTypeCode(_rows.Columns[_column++].DataType) switch
    {
        TypeCode.Int32 => checked((int)value),
        TypeCode.Int16 => checked((short)value),
        _ => value,
    };

    /// <inheritdoc/>
    public void Write(double value) => _row[_column++] = value;

    /// <inheritdoc/>
    public void Write(string value) => _row[_column++] = value;

    /// <inheritdoc/>
    public void WriteNull() => _column++;

    /// <inheritdoc/>
    public void Complete()
    {
        Keep();
        _copy.WriteToServer(_rows);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ((IDisposable)_copy).Dispose();
        _rows.Dispose();
    }

    private void Keep()
    {
        if (_row.Length > 0)
        {
            _rows.Rows.Add(_row);
        }

        _row = [];
    }
}
