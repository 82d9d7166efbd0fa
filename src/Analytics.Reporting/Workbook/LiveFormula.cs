namespace Analytics.Reporting.Workbook;

/// <summary>A cell whose value becomes the cached value of a formula.</summary>
/// <param name="Sheet">Sheet name.</param>
/// <param name="Address">Cell, <c>C12</c>.</param>
/// <param name="Formula">Formula without the equals sign.</param>
/// <param name="Text">The cached value where it is text; null where the cell holds a number.</param>
internal sealed record LiveFormula(string Sheet, string Address, string Formula, string? Text = null);
