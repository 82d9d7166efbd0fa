namespace Analytics.Storage.Warehouse.Importing;

/// <summary>What a row is known by, and what it holds.</summary>
/// <param name="Key">Natural key, or the content where the row has none.</param>
/// <param name="Part">Day number of a subscriber's snapshot, or of the row where content is its key; 0 for other natural keys.</param>
/// <param name="Content">Hash over all values.</param>
/// <param name="IsNatural">Whether the row has a natural key.</param>
internal readonly record struct RowIdentity(Hash128 Key, int Part, Hash128 Content, bool IsNatural)
{
    public bool SameKey(in RowIdentity other) => Key == other.Key && Part == other.Part;
}
