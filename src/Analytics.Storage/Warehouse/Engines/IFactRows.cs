using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Engines;

/// <summary>Writes the rows of one fact table within the caller's transaction.</summary>
internal interface IFactRows : IDisposable
{
    /// <summary>Stores rows of a batch; row r goes under <paramref name="firstId"/> + r.</summary>
    void Insert(RowBatch batch, List<int> rows, long firstId);

    /// <summary>Puts rows of a batch in the place of others, under the ids of those.</summary>
    void Replace(RowBatch batch, IReadOnlyList<KeyRules.Replacement> replacements);
}
