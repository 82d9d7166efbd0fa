using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Writes the rows of one fact table of a server in bulk, with only the columns that have values in them.</summary>
internal sealed class ServerFactRows : IFactRows
{
    private readonly WarehouseSession _session;
    private readonly CanonicalTable _table;
    private readonly DimensionKeys _dimensions;
    private readonly CanonicalField? _text;

    /// <param name="session">The writer's session.</param>
    /// <param name="table">Canonical table.</param>
    /// <param name="dimensions">Keys of labels.</param>
    public ServerFactRows(WarehouseSession session, CanonicalTable table, DimensionKeys dimensions)
    {
        _session = session;
        _table = table;
        _dimensions = dimensions;
        _text = table.Fields.FirstOrDefault(f => f.Type == FieldType.Text);
    }

    /// <inheritdoc/>
    public void Insert(RowBatch batch, List<int> rows, long firstId) => Insert(batch, [.. rows.Select(row => (row, firstId + row))]);

    /// <inheritdoc/>
    public void Replace(RowBatch batch, IReadOnlyList<KeyRules.Replacement> replacements)
    {
        if (replacements.Count == 0)
        {
            return;
        }

        using (var load = _session.Load("stage_row", ["row_at", "row_id"]))
        {
            foreach (var replacement in replacements)
            {
                load.StartRow();
                load.Write(replacement.OldAt);
                load.Write(replacement.RowId);
            }

            load.Complete();
        }

        _session.Execute($"delete_{_table.Name}_rows");
        if (_text is not null)
        {
            _session.Execute($"delete_{_table.Name}_texts");
        }

        _session.Execute("clear_staged_rows");
        Insert(batch, [.. replacements.Select(r => (r.Row, r.RowId))]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // the session is the caller's
    }

    private void Insert(RowBatch batch, (int Row, long Id)[] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        var fields = _table.Fields.Where(f => f.Type != FieldType.Text && Array.Exists(rows, r => !batch.Row(r.Row)[f.Index].IsMissing)).ToArray();
        using (var load = _session.Load(_table.Name, ["id", .. fields.SelectMany(Columns)]))
        {
            foreach (var (row, id) in rows)
            {
                load.StartRow();
                load.Write(id);
                var values = batch.Row(row);
                foreach (var field in fields)
                {
                    Write(load, field, values[field.Index]);
                }
            }

            load.Complete();
        }

        InsertTexts(batch, rows);
    }

    private static string[] Columns(CanonicalField field) => field.Type == FieldType.SubscriberId ? ["subscriber_high", "subscriber_low"] : [field.Name];

    private void Write(IBulkLoad load, CanonicalField field, in FieldValue value)
    {
        if (value.IsMissing)
        {
            Array.ForEach(Columns(field), _ => load.WriteNull());
            return;
        }

        switch (field.Type)
        {
            case FieldType.Dimension:
                load.Write((long)_dimensions.KeyOf(field, value.Text!));
                break;
            case FieldType.Real:
                load.Write(value.Real);
                break;
            case FieldType.Id:
                load.Write(value.Text!);
                break;
            case FieldType.SubscriberId:
                var subscriber = SubscriberKey.Parse(value.Text!);
                load.Write(subscriber.High);
                load.Write(subscriber.Low);
                break;
            default:
                load.Write(value.Integer);
                break;
        }
    }

    private void InsertTexts(RowBatch batch, (int Row, long Id)[] rows)
    {
        if (_text is null || !Array.Exists(rows, r => !batch.Row(r.Row)[_text.Index].IsMissing))
        {
            return;
        }

        using var load = _session.Load(_table.Name + "_text", ["id", _text.Name]);
        foreach (var (row, id) in rows)
        {
            if (batch.Row(row)[_text.Index] is { IsMissing: false } value)
            {
                load.StartRow();
                load.Write(id);
                load.Write(value.Text!);
            }
        }

        load.Complete();
    }
}
