using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Streams a snapshot of the base from its column chunks.</summary>
internal static class SnapshotReader
{
    /// <summary>Blocks of the asked columns; without columns the row counts alone.</summary>
    public static IEnumerable<DataWindow> Read(WarehouseSession session, DateOnly snapshot, WarehouseColumn[] columns)
    {
        // operator is known of counted populations only; any stored column tells how many rows a block has
        WarehouseColumn[] stored = [.. columns.Where(c => c.Name != "operator")];
        var labels = columns.Where(c => c.IsDimension).ToDictionary(c => c.Name, c => Labels(session, c), StringComparer.Ordinal);
        for (var number = 1; RowsOf(session, snapshot, number, stored) is { } rows; number++)
        {
            var dimensions = new Dictionary<string, DimensionColumn>(StringComparer.Ordinal);
            var measures = new Dictionary<string, double[]>(StringComparer.Ordinal);
            foreach (var column in stored)
            {
                using var chunk = Open(session, snapshot, column.Name, number);
                chunk.Step();
                if (column.IsDimension)
                {
                    dimensions.Add(column.Name, new DimensionColumn(column.Name, Keys(chunk, rows), labels[column.Name]));
                }
                else
                {
                    measures.Add(column.Name, Values(chunk, rows));
                }
            }

            foreach (var column in columns.Except(stored))
            {
                dimensions.Add(column.Name, new DimensionColumn(column.Name, new ushort[rows], labels[column.Name]));
            }

            yield return new DataWindow(rows, dimensions, measures);
        }
    }

    private static IReadOnlyList<string> Labels(WarehouseSession session, WarehouseColumn column) =>
        column.Kind == WindowColumnKind.Flag ? DimensionLabels.OfFlag : DimensionLabels.Load(session, column.Name);

    private static int? RowsOf(WarehouseSession session, DateOnly snapshot, int number, WarehouseColumn[] stored)
    {
        using var chunk = Open(session, snapshot, stored.Length > 0 ? stored[0].Name : SnapshotColumns.Measures[0], number);
        return chunk.Step() ? (int)chunk.Integer(0) : null;
    }

    private static IRowCursor Open(WarehouseSession session, DateOnly snapshot, string column, int number) =>
        session.Read(session.Dialect.Sql("subscriber_chunk"), ("as_of", snapshot.DayNumber), ("column_name", column), ("chunk_no", number));

    private static ushort[] Keys(IRowCursor chunk, int rows)
    {
        var keys = GC.AllocateUninitializedArray<ushort>(rows);
        ColumnChunk.Decode((ChunkEncoding)chunk.Integer(1), chunk.Blob(2), keys.AsSpan());
        return keys;
    }

    private static double[] Values(IRowCursor chunk, int rows)
    {
        var values = GC.AllocateUninitializedArray<double>(rows);
        ColumnChunk.Decode((ChunkEncoding)chunk.Integer(1), chunk.Blob(2), values.AsSpan());
        return values;
    }
}
