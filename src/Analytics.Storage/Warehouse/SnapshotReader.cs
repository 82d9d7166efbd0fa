using Analytics.Core.CrossTabs;

namespace Analytics.Storage.Warehouse;

/// <summary>Streams a snapshot of the base from its column chunks.</summary>
internal static class SnapshotReader
{
    /// <summary>Blocks of the asked columns; without columns the row counts alone.</summary>
    public static IEnumerable<DataWindow> Read(WarehouseSession session, DateOnly snapshot, WarehouseColumn[] columns)
    {
        // operator is known of counted populations only; any stored column tells how many rows a block has
        WarehouseColumn[] stored = [.. columns.Where(c => c.Name != "operator")];
        var names = stored.Length > 0 ? stored.Select(c => c.Name).ToArray() : [SnapshotColumns.Measures[0]];
        var labels = columns.Where(c => c.IsDimension).ToDictionary(c => c.Name, c => Labels(session, c), StringComparer.Ordinal);
        var chunks = names.Select(name => Open(session, snapshot, name)).ToArray();
        try
        {
            while (Array.TrueForAll(chunks, chunk => chunk.Step()))
            {
                yield return Block(chunks, stored, columns, labels);
            }
        }
        finally
        {
            Array.ForEach(chunks, chunk => chunk.Dispose());
        }
    }

    private static IReadOnlyList<string> Labels(WarehouseSession session, WarehouseColumn column) =>
        column.Kind == ColumnKind.Flag ? DimensionLabels.OfFlag : DimensionLabels.Load(session, column.Name);

    private static BulkStatement Open(WarehouseSession session, DateOnly snapshot, string column)
    {
        var chunks = new BulkStatement(session.Sqlite, session.Dialect.Sql("subscriber_chunks"));
        chunks.Bind(1, snapshot.DayNumber);
        chunks.Bind(2, column);
        return chunks;
    }

    private static DataWindow Block(BulkStatement[] chunks, WarehouseColumn[] stored, WarehouseColumn[] columns, Dictionary<string, IReadOnlyList<string>> labels)
    {
        var rows = (int)chunks[0].Integer(0);
        var dimensions = new Dictionary<string, DimensionColumn>(StringComparer.Ordinal);
        var measures = new Dictionary<string, double[]>(StringComparer.Ordinal);
        for (var i = 0; i < stored.Length; i++)
        {
            var encoding = (ChunkEncoding)chunks[i].Integer(1);
            if (stored[i].IsDimension)
            {
                var keys = GC.AllocateUninitializedArray<ushort>(rows);
                ColumnChunk.Decode(encoding, chunks[i].Blob(2), keys.AsSpan());
                dimensions.Add(stored[i].Name, new DimensionColumn(stored[i].Name, keys, labels[stored[i].Name]));
            }
            else
            {
                var values = GC.AllocateUninitializedArray<double>(rows);
                ColumnChunk.Decode(encoding, chunks[i].Blob(2), values.AsSpan());
                measures.Add(stored[i].Name, values);
            }
        }

        foreach (var column in columns.Except(stored))
        {
            dimensions.Add(column.Name, new DimensionColumn(column.Name, new ushort[rows], labels[column.Name]));
        }

        return new DataWindow(rows, dimensions, measures);
    }
}
