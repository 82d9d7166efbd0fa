using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Reading;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>Rows of one snapshot gathered column by column until they make a chunk.</summary>
internal sealed class SnapshotBuffer
{
    private readonly ushort[][] _keys = [.. SnapshotColumns.Dimensions.Select(_ => new ushort[ColumnChunk.Rows])];
    private readonly double[][] _values = [.. SnapshotColumns.Measures.Select(_ => new double[ColumnChunk.Rows])];

    /// <summary>Rows gathered.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a chunk is full.</summary>
    public bool IsFull => Count == ColumnChunk.Rows;

    /// <summary>Takes a row in.</summary>
    public void Add(ReadOnlySpan<FieldValue> row, int asOf, DimensionKeys dimensions)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var field = SnapshotColumns.Dimensions[i];
            ref readonly var value = ref row[field.Index];
            _keys[i][Count] = value.IsMissing ? (ushort)0
                : field.Type == FieldType.Boolean ? (ushort)(value.Boolean ? 2 : 1)
                : (ushort)dimensions.KeyOf(field, value.Text!);
        }

        for (var i = 0; i < _values.Length; i++)
        {
            _values[i][Count] = SnapshotColumns.Measure(SnapshotColumns.Measures[i], row, asOf);
        }

        Count++;
    }

    /// <summary>Takes a row of <c>subscriber_rows.sql</c> in.</summary>
    /// <param name="row">The query at that row.</param>
    /// <param name="firstColumn">Where its snapshot columns begin.</param>
    public void Add(IRowCursor row, int firstColumn)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var isFlag = SnapshotColumns.Dimensions[i].Type == FieldType.Boolean;
            _keys[i][Count] = row.IsNull(firstColumn + i) ? (ushort)0 : (ushort)(row.Integer(firstColumn + i) + (isFlag ? 1 : 0));
        }

        for (var i = 0; i < _values.Length; i++)
        {
            var column = firstColumn + _keys.Length + i;
            _values[i][Count] = row.IsNull(column) ? double.NaN : row.Real(column);
        }

        Count++;
    }

    /// <summary>The columns gathered, encoded; the buffer is empty afterwards.</summary>
    public IEnumerable<(string Column, ChunkEncoding Encoding, byte[] Data)> Drain()
    {
        var rows = Count;
        Count = 0;
        for (var i = 0; i < _keys.Length; i++)
        {
            var (encoding, data) = ColumnChunk.Encode(_keys[i].AsSpan(0, rows));
            yield return (SnapshotColumns.Dimensions[i].Name, encoding, data);
        }

        for (var i = 0; i < _values.Length; i++)
        {
            var (encoding, data) = ColumnChunk.Encode(_values[i].AsSpan(0, rows));
            yield return (SnapshotColumns.Measures[i], encoding, data);
        }
    }
}
