using Npgsql;
using NpgsqlTypes;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Loads rows by <c>COPY</c> in its binary form.</summary>
internal sealed class PostgresLoad : IBulkLoad
{
    private readonly NpgsqlBinaryImporter _importer;
    private readonly NpgsqlDbType[] _types;
    private int _column;

    public PostgresLoad(NpgsqlConnection connection, string table, IReadOnlyList<BulkColumn> columns)
    {
        _types = [.. columns.Select(c => TypeOf(c.Type))];
        _importer = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)");
    }

    /// <inheritdoc/>
    public void StartRow()
    {
        _importer.StartRow();
        _column = 0;
    }

    /// <inheritdoc/>
    public void Write(long value)
    {
        var type = _types[_column++];
        switch (type)
        {
            case NpgsqlDbType.Bigint:
                _importer.Write(value, type);
                break;
            case NpgsqlDbType.Integer:
                _importer.Write(checked((int)value), type);
                break;
            default:
                _importer.Write(checked((short)value), type);
                break;
        }
    }

    /// <inheritdoc/>
    public void Write(double value) => _importer.Write(value, _types[_column++]);

    /// <summary>Writes text; the character U+0000, which PostgreSQL cannot store, becomes the replacement character.</summary>
    public void Write(string value) => _importer.Write(value.Contains('\0', StringComparison.Ordinal) ? value.Replace('\0', '\uFFFD') : value, _types[_column++]);

    /// <inheritdoc/>
    public void WriteNull()
    {
        _importer.WriteNull();
        _column++;
    }

    /// <inheritdoc/>
    public void Complete() => _importer.Complete();

    /// <inheritdoc/>
    public void Dispose() => _importer.Dispose();

    private static NpgsqlDbType TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int64 => NpgsqlDbType.Bigint,
        TypeCode.Int32 => NpgsqlDbType.Integer,
        TypeCode.Int16 => NpgsqlDbType.Smallint,
        TypeCode.Double => NpgsqlDbType.Double,
        _ => NpgsqlDbType.Text,
    };
}
