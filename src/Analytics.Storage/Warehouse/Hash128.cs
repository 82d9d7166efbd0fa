namespace Analytics.Storage.Warehouse;

/// <summary>The first 128 bits of a SHA-256, in the two signed halves the store keeps.</summary>
internal readonly record struct Hash128(long High, long Low);
