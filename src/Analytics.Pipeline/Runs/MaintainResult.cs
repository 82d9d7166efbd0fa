namespace Analytics.Pipeline.Runs;

/// <summary>What upkeep did.</summary>
/// <param name="Deleted">How many of what were deleted, in order; only what was asked for.</param>
/// <param name="WaitingKinds">Kinds of rows that wait in quarantine: table, rule and field.</param>
/// <param name="WaitingRows">Rows that wait.</param>
/// <param name="Reminded">Operators reminded now.</param>
public sealed record MaintainResult(IReadOnlyDictionary<string, long> Deleted, int WaitingKinds, long WaitingRows, int Reminded);
