namespace Analytics.Reporting.Workbook;

/// <summary>A chart and the cells it covers; 0-based, the second corner exclusive.</summary>
/// <param name="Sheet">Sheet name.</param>
/// <param name="Chart">What it draws.</param>
/// <param name="Column">First column.</param>
/// <param name="Row">First row.</param>
/// <param name="ColumnEnd">Column after the last.</param>
/// <param name="RowEnd">Row after the last.</param>
internal sealed record PlacedChart(string Sheet, NativeChart Chart, int Column, int Row, int ColumnEnd, int RowEnd);
