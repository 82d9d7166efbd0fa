using Analytics.Core.Canonical;

namespace Analytics.Core.Reports;

/// <summary>Sheet 91: what came in, what was refused, what was found, what could not be computed.</summary>
/// <param name="Imports">Row counts per source.</param>
/// <param name="Quarantine">Quarantined rows by rule.</param>
/// <param name="Findings">File findings.</param>
/// <param name="NotComputed">What could not be computed and why.</param>
/// <param name="SuppressedCells">Cells hidden by the mask, primary and complementary.</param>
/// <param name="Checks">Totals that must tie, with both sides.</param>
public sealed record DataQuality(
    IReadOnlyList<ImportSummary> Imports,
    IReadOnlyList<QuarantineSummary> Quarantine,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<NotComputed> NotComputed,
    int SuppressedCells,
    IReadOnlyList<TieCheck> Checks);
