namespace Analytics.Storage.Warehouse.Importing;

/// <summary>Row counts of an import. Read = stored + already there + quarantined.</summary>
/// <param name="Read">Rows offered: good ones and those that failed a check.</param>
/// <param name="Stored">Rows stored, new or changed.</param>
/// <param name="AlreadyThere">Rows that were there already, identical repeats of an id within the file included.</param>
/// <param name="Quarantined">Rows refused.</param>
/// <param name="RepeatedRows">Of the rows without an id, those whose identical twin stood earlier in the same file; each is kept.</param>
/// <param name="RepeatedIds">Rows whose id stood earlier in the same file: identical ones count as already there, others as quarantined.</param>
public sealed record ImportCounts(long Read, long Stored, long AlreadyThere, long Quarantined, long RepeatedRows, long RepeatedIds);
