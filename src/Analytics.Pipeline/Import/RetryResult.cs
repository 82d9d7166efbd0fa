namespace Analytics.Pipeline.Import;

/// <summary>What a retry did.</summary>
/// <param name="Tried">Waiting rows tried.</param>
/// <param name="Stored">Rows that went into the warehouse.</param>
/// <param name="AlreadyThere">Rows that turned out to be there already.</param>
/// <param name="Quarantined">Rows that wait on.</param>
public sealed record RetryResult(long Tried, long Stored, long AlreadyThere, long Quarantined);
