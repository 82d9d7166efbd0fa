namespace Analytics.Core.Canonical;

/// <summary>A fault of a whole file rather than of a row: reported in the data-quality sheet, never a reason to drop rows.</summary>
/// <param name="Rule">
/// Stable name, kebab-case: <c>repeated-rows</c>, <c>repeated-ids</c>, <c>swapped-day-month</c>, <c>copied-column</c>, <c>constant-column</c>,
/// <c>mixed-types</c>…
/// </param>
/// <param name="Source">File name (no folder) or source name.</param>
/// <param name="Field">Column concerned; empty for the file as a whole.</param>
/// <param name="Count">Rows concerned.</param>
/// <param name="Detail">The evidence in numbers and values, in English; renderers show it after the rule's own translated name.</param>
public sealed record Finding(string Rule, string Source, string Field, long Count, string Detail);
