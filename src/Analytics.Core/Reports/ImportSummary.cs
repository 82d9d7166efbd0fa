namespace Analytics.Core.Reports;

/// <summary>Row counts of everything imported from one source into one table. Read = stored + already there + quarantined.</summary>
/// <param name="Table">Canonical table.</param>
/// <param name="Source">File or source name.</param>
/// <param name="Read">Rows read.</param>
/// <param name="Stored">Rows stored, new or changed.</param>
/// <param name="AlreadyThere">Rows that were there already.</param>
/// <param name="Quarantined">Rows refused.</param>
public sealed record ImportSummary(string Table, string Source, long Read, long Stored, long AlreadyThere, long Quarantined);
