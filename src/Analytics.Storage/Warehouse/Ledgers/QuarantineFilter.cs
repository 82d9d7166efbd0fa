using Analytics.Core.Canonical;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>Which waiting quarantined rows are asked for; null asks for all.</summary>
/// <param name="Table">Canonical table.</param>
/// <param name="Rule">Rule name.</param>
/// <param name="Source">File or source name.</param>
/// <param name="ImportId">Import, see <see cref="QuarantineEntry.ImportId"/>.</param>
/// <param name="Limit">Rows at most.</param>
public sealed record QuarantineFilter(CanonicalTable? Table = null, string? Rule = null, string? Source = null, long? ImportId = null, int? Limit = null);
