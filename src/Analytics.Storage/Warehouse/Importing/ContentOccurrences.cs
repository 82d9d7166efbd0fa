using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// Decides what becomes of rows without an id: the n-th row of a content that an import brings is stored where fewer than n are there.
/// What is known is kept by day in runs, which each batch that changed something adds to in its own transaction; a day is held in
/// memory while rows come for it. Memory is bounded whatever the file's size.
/// </summary>
/// <param name="session">The writer's session.</param>
/// <param name="table">Canonical table.</param>
/// <param name="import">Ledger id of the import at work.</param>
internal sealed class ContentOccurrences(WarehouseSession session, string table, long import) : IDisposable
{
    private const int MostEntries = 1 << 19;
    private const int MostRuns = 64;
    private readonly Dictionary<int, ContentPart> _parts = [];
    private long _batch;

    /// <summary>Rows whose twin stood earlier in the file, of the last batch.</summary>
    public int RepeatedRows { get; private set; }

    /// <summary>Fills <paramref name="fates"/> for those of the first <paramref name="count"/> rows that have no natural key.</summary>
    public void Decide(BatchIdentities identities, int count, Span<RowFate> fates)
    {
        RepeatedRows = 0;
        _batch++;
        (int Day, ContentPart Part)? at = null;
        for (var row = 0; row < count; row++)
        {
            ref readonly var identity = ref identities[row];
            if (identity.IsNatural)
            {
                continue;
            }

            if (at?.Day != identity.Part)
            {
                at = (identity.Part, PartOf(identity.Part));
            }

            fates[row] = at.Value.Part.Meet(identity.Content, out var isRepeat);
            RepeatedRows += isRepeat ? 1 : 0;
        }

        Save();
        Forget();
    }

    /// <summary>Ends the import: what it has met no longer matters, and days in many runs are put into one.</summary>
    public void Settle()
    {
        session.Execute("delete_idle_content_runs", new { table_name = table, import_id = import });
        foreach (var part in session.Query<int>("scattered_content_parts", new { table_name = table, most = MostRuns }))
        {
            using var read = Read(part);
            var whole = read.WholeRun();
            session.Execute("delete_content_runs", new { table_name = table, part });
            session.Execute("insert_content_run", new { table_name = table, part, import_id = 0L, is_stored = 1, data = whole });
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in _parts.Values)
        {
            part.Dispose();
        }

        _parts.Clear();
    }

    private ContentPart PartOf(int day)
    {
        if (!_parts.TryGetValue(day, out var part))
        {
            part = Read(day);
            _parts.Add(day, part);
        }

        part.UsedBy = _batch;
        return part;
    }

    private ContentPart Read(int day)
    {
        var part = new ContentPart();
        foreach (var (owner, data) in session.Query<(long Owner, byte[] Data)>("content_runs", new { table_name = table, part = day }))
        {
            part.Load(data, owner == import);
        }

        return part;
    }

    private void Save()
    {
        foreach (var (day, part) in _parts.Where(p => p.Value.UsedBy == _batch))
        {
            var isStored = part.HasStored ? 1 : 0;
            foreach (var data in part.TakeRuns())
            {
                session.Execute("insert_content_run", new { table_name = table, part = day, import_id = import, is_stored = isStored, data });
            }
        }
    }

    private void Forget()
    {
        var held = _parts.Sum(p => (long)p.Value.Count);
        foreach (var (day, part) in _parts.OrderBy(p => p.Value.UsedBy).TakeWhile(_ => held > MostEntries).ToList())
        {
            _parts.Remove(day);
            held -= part.Count;
            part.Dispose();
        }
    }
}
