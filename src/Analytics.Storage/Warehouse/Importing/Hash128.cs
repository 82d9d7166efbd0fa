namespace Analytics.Storage.Warehouse.Importing;

/// <summary>A hash of 128 bits in the two signed halves the store keeps.</summary>
internal readonly record struct Hash128(long High, long Low);
