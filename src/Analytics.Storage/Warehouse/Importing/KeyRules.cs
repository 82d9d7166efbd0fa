namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// Decides what becomes of the rows that share a natural key, given what the key table knows of it. The store asks, decides and writes the
/// change; how it looks keys up is its own affair.
/// </summary>
/// <param name="import">Ledger id of the import at work.</param>
/// <param name="repeatOf">Ledger id of the first import of the same content, or <see cref="long.MaxValue"/> where this is the first.</param>
internal sealed class KeyRules(long import, long repeatOf)
{
    /// <summary>What the key table knows of a key.</summary>
    internal readonly record struct Known(long RowAt, long RowId, Hash128 Content, long WrittenBy, long SeenBy);

    /// <summary>What the key table is to know of a key from now on.</summary>
    internal readonly record struct Change(long RowAt, Hash128 Content, long WrittenBy);

    /// <summary>A row that replaces another: its number in the batch and where the old one is.</summary>
    internal readonly record struct Replacement(int Row, long OldAt, long RowId, Hash128 OldContent);

    /// <summary>Rows whose id stood earlier in the file, of the batch.</summary>
    public int RepeatedIds { get; private set; }

    /// <summary>Rows to be replaced, of the batch.</summary>
    public List<Replacement> Replacements { get; } = [];

    /// <summary>Begins a batch.</summary>
    public void Begin()
    {
        RepeatedIds = 0;
        Replacements.Clear();
    }

    /// <summary>Decides rows of one key, in source order; an unknown key has been put in by the store.</summary>
    /// <param name="identities">Identities of the batch.</param>
    /// <param name="group">Row numbers that share the key.</param>
    /// <param name="known">What is known of the key, or null where it is new.</param>
    /// <param name="rowAt">Date of the group's first row as the fact table stores it.</param>
    /// <param name="fates">The answer.</param>
    /// <returns>What the key table is to know from now on; null where nothing changes.</returns>
    public Change? Decide(BatchIdentities identities, ReadOnlySpan<int> group, in Known? known, long rowAt, Span<RowFate> fates)
    {
        if (known is { } newer && newer.WrittenBy > repeatOf && newer.WrittenBy != import)
        {
            RepeatedIds += group.Length - 1;
            foreach (var row in group)
            {
                fates[row] = RowFate.AlreadyThere;
            }

            return null;
        }

        ref readonly var identity = ref identities[group[0]];
        var metBefore = known is { } met && met.SeenBy == import;
        var current = metBefore ? known!.Value.Content : identity.Content;
        Change? change = null;
        if (!metBefore)
        {
            fates[group[0]] = Open(identity, known, group[0], rowAt, out change);
        }

        foreach (var row in metBefore ? group : group[1..])
        {
            RepeatedIds++;
            fates[row] = identities[row].Content == current ? RowFate.AlreadyThere : RowFate.Refuse;
        }

        return change;
    }

    private RowFate Open(in RowIdentity identity, in Known? known, int row, long rowAt, out Change? change)
    {
        change = null;
        if (known is not { } old)
        {
            return RowFate.Store;
        }

        var same = old.Content == identity.Content;
        change = new Change(same ? old.RowAt : rowAt, identity.Content, same ? old.WrittenBy : import);
        if (same)
        {
            return RowFate.AlreadyThere;
        }

        Replacements.Add(new Replacement(row, old.RowAt, old.RowId, old.Content));
        return RowFate.Replace;
    }
}
