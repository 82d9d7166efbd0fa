using Analytics.Core.Reports;

namespace Analytics.Study.Sections.HeatMaps;

/// <summary>A heat map and what it hides.</summary>
/// <param name="Map">The table.</param>
/// <param name="HiddenCells">Cells of complaints and of subscribers that are hidden.</param>
internal sealed record MaskedHeatMap(HeatMap Map, int HiddenCells);
