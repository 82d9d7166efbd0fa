namespace Analytics.Core.Reports;

/// <summary>Which causes go with which channel, region or segment: counts and adjusted residuals.</summary>
/// <param name="RowColumn">Usually <c>cause</c>.</param>
/// <param name="ColumnColumn"><c>channel</c>, <c>region</c>, <c>brand</c>, <c>arpu</c>…</param>
/// <param name="RowLabels">Row labels; null stands for the merged rest, empty for unknown.</param>
/// <param name="ColumnLabels">Column labels, same convention.</param>
/// <param name="Cells">Cells by row, then column.</param>
/// <param name="ChiSquare">
/// χ² of the table, columns (or else rows) that hold hidden cells taken together, so that nothing hidden can be computed back; suppressed where no two
/// remain.
/// </param>
/// <param name="CramersV">Strength of association, 0–1.</param>
public sealed record AssociationTable(
    string RowColumn,
    string ColumnColumn,
    IReadOnlyList<string?> RowLabels,
    IReadOnlyList<string?> ColumnLabels,
    IReadOnlyList<IReadOnlyList<AssociationCell>> Cells,
    Figure ChiSquare,
    Figure CramersV);
