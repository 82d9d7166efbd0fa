namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>A run as the ledger knows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="State">How far it is.</param>
/// <param name="Claim">Execution that has it in hand, or had it last.</param>
/// <param name="LeaseUntil">Until when that execution is taken to be alive, UTC.</param>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="Version">Version it published, or found published; null before that.</param>
/// <param name="Folder">Folder of that version.</param>
/// <param name="Detail">What came of it, in a sentence.</param>
/// <param name="UpdatedAt">When the ledger last heard of it, UTC.</param>
public sealed record RunEntry(RunKey Key, RunState State, string Claim, DateTime LeaseUntil, int Attempts, int? Version, string? Folder, string Detail, DateTime UpdatedAt);
