namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>Answer to a claim on a run.</summary>
/// <param name="IsMine">Whether the run is now in the claimer's hand.</param>
/// <param name="Entry">The run as it stands: done, in another's hand, or the claimer's own.</param>
public sealed record RunClaim(bool IsMine, RunEntry Entry);
