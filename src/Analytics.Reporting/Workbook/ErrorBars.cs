namespace Analytics.Reporting.Workbook;

/// <summary>Distances from a series' values to their interval bounds, and the cells that hold them.</summary>
/// <param name="DownCells">Reference to the distances to the lower bounds.</param>
/// <param name="Down">The distances down.</param>
/// <param name="UpCells">Reference to the distances to the upper bounds.</param>
/// <param name="Up">The distances up.</param>
internal sealed record ErrorBars(string DownCells, IReadOnlyList<double> Down, string UpCells, IReadOnlyList<double> Up);
