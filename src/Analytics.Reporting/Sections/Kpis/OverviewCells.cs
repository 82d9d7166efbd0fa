using Analytics.Core.Reports;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Kpis;

/// <summary>Where the overview keeps what the cover repeats.</summary>
/// <param name="Sheet">Name of the overview.</param>
/// <param name="Rows">Row of each measure.</param>
/// <param name="Series">Chart series of each measure: its values, then centre and limits as far as known.</param>
internal sealed record OverviewCells(string Sheet, IReadOnlyDictionary<KpiId, int> Rows, IReadOnlyDictionary<KpiId, IReadOnlyList<ChartSeries>> Series)
{
    /// <summary>Column of the current value.</summary>
    public const int Current = 3;

    /// <summary>Column of the change against the period before.</summary>
    public const int Change = 8;

    /// <summary>Column of the value a year before.</summary>
    public const int YearBefore = 11;

    /// <summary>Reference to one of a measure's cells.</summary>
    public string Reference(KpiId id, int column) => CellRange.Cell(Sheet, Rows[id], column).Absolute;
}
