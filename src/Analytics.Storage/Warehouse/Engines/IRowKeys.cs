using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Looks the keys of a batch up, lets <see cref="KeyRules"/> decide and keeps the key table.</summary>
internal interface IRowKeys : IDisposable
{
    /// <summary>The rules, with what they counted in the last batch.</summary>
    KeyRules Rules { get; }

    /// <summary>Fills <paramref name="fates"/> for the rows that have a natural key.</summary>
    /// <param name="identities">Identities of the batch.</param>
    /// <param name="rowAt">Date of each row as the fact table stores it.</param>
    /// <param name="firstId">Row id of the batch's row 0.</param>
    /// <param name="fates">The answer.</param>
    void Decide(BatchIdentities identities, ReadOnlySpan<long> rowAt, long firstId, Span<RowFate> fates);
}
