using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;

namespace Analytics.Reporting.Sections.Kpis;

/// <summary>The headline measures: sheet 01 and the trend of each.</summary>
internal sealed class KpiOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } =
    [
        new("sheet.overview", (sheet, links) => links.With(OverviewSheet.Fill(sheet))) { IsReferredTo = true },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } =
    [
        .. Enum.GetValues<KpiId>().Select(id => new Definition(DefinitionId(id), "kpi." + id, "define." + id)),
        Definition.Of(28, "limits"),
        Definition.Of(29, "trailing"),
    ];

    /// <summary>Id of a measure's definition: K01…</summary>
    public static string DefinitionId(KpiId id) => "K" + ((int)id + 1).ToString("00", CultureInfo.InvariantCulture);

    /// <summary>Defined name of a measure's current value.</summary>
    public static string CellName(KpiId id) => "kpi_" + id;

    /// <inheritdoc/>
    public override IEnumerable<ChartPlan> Charts(Report report, ChartContext context) => report.Kpis.Select(kpi => TrendChart.Plan(kpi, context));

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Expected)> Totals(Report report)
        => report.Kpis.Where(k => k.Current.State == FigureState.Known).Select(k => (CellName(k.Id), k.Current.Value!.Value));
}
