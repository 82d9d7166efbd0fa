namespace Analytics.Core.Reports;

/// <summary>A two-way segmentation: rate (or share of complaints where there is no base) in every cell.</summary>
/// <param name="RowColumn">Column that cuts the rows.</param>
/// <param name="ColumnColumn">Column that cuts the columns.</param>
/// <param name="RowLabels">Labels of the rows.</param>
/// <param name="ColumnLabels">Labels of the columns.</param>
/// <param name="Cells">Cells by row, then column.</param>
/// <param name="Unit"><see cref="MeasureUnit.Per10k"/>, or <see cref="MeasureUnit.Share"/> where there is no base.</param>
public sealed record HeatMap(
    string RowColumn,
    string ColumnColumn,
    IReadOnlyList<string> RowLabels,
    IReadOnlyList<string> ColumnLabels,
    IReadOnlyList<IReadOnlyList<HeatMapCell>> Cells,
    MeasureUnit Unit);
