namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>A delivery as the ledger knows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="State">How far it is.</param>
/// <param name="Attempts">How often sending was begun.</param>
/// <param name="Claim">Process that has it in hand, or had it last.</param>
/// <param name="ClaimUntil">Until when that process is taken to be alive, UTC.</param>
/// <param name="SentAt">When it was sent, UTC; null before that.</param>
/// <param name="Fault">Why it failed, with its code; empty where it did not.</param>
public sealed record DeliveryEntry(DeliveryKey Key, DeliveryState State, int Attempts, string Claim, DateTime ClaimUntil, DateTime? SentAt, string Fault);
