using System.Data.Common;
using System.Globalization;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Rows that a server sends, streamed.</summary>
internal sealed class ServerCursor : IRowCursor
{
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;
    private readonly TypeCode[] _types;

    /// <param name="command">The query, which the cursor then owns.</param>
    public ServerCursor(DbCommand command)
    {
        _command = command;
        _reader = command.ExecuteReader();
        _types = [.. Enumerable.Range(0, _reader.FieldCount).Select(i => Type.GetTypeCode(_reader.GetFieldType(i)))];
    }

    /// <inheritdoc/>
    public bool Step() => _reader.Read();

    /// <inheritdoc/>
    public int Ordinal(string column)
    {
        for (var i = _types.Length - 1; i >= 0; i--)
        {
            if (_reader.GetName(i) == column)
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public bool IsNull(int column) => _reader.IsDBNull(column);

    /// <inheritdoc/>
    public long Integer(int column) => _types[column] switch
    {
        TypeCode.Int64 => _reader.GetInt64(column),
        TypeCode.Int32 => _reader.GetInt32(column),
        TypeCode.Int16 => _reader.GetInt16(column),
        _ => Convert.ToInt64(_reader.GetValue(column), CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public double Real(int column) => _types[column] switch
    {
        TypeCode.Double => _reader.GetDouble(column),
        TypeCode.Int64 or TypeCode.Int32 or TypeCode.Int16 => Integer(column),
        _ => Convert.ToDouble(_reader.GetValue(column), CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public string Text(int column) => _reader.GetString(column);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Blob(int column) => _reader.GetFieldValue<byte[]>(column);

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _command.Dispose();
    }
}
