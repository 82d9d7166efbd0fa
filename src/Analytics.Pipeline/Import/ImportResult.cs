using Analytics.Core.Canonical;

namespace Analytics.Pipeline.Import;

/// <summary>What an import did. Read = stored + already there + quarantined.</summary>
/// <param name="Read">
/// Canonical rows the source became, faulty ones included. Where the mapping unpivots that is more, or fewer, than the source's own rows.
/// </param>
/// <param name="Stored">Rows stored, new or changed.</param>
/// <param name="AlreadyThere">Rows that were there already.</param>
/// <param name="Quarantined">Rows refused.</param>
/// <param name="SourceRows">Rows of the source, header and blank lines not counted.</param>
/// <param name="Findings">Faults of the file as a whole.</param>
public sealed record ImportResult(long Read, long Stored, long AlreadyThere, long Quarantined, long SourceRows, IReadOnlyList<Finding> Findings);
