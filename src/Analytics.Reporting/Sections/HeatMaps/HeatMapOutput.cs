using Analytics.Core.Reports;
using Analytics.Reporting.Charts;

namespace Analytics.Reporting.Sections.HeatMaps;

/// <summary>Two-way segmentations: sheet 05b and a coloured map of each.</summary>
internal sealed class HeatMapOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.heatmaps", HeatMapSheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } = [Definition.Of(6, "heat")];

    /// <inheritdoc/>
    public override IEnumerable<ChartPlan> Charts(Report report, ChartContext context) => report.HeatMaps.Select(map => HeatMapChart.Plan(map, context));
}
