using Analytics.Core.Reports;
using Analytics.Reporting.Sections.Kpis;

namespace Analytics.Reporting.Sections.Cover;

/// <summary>The page a reader opens first: sheet 00.</summary>
internal sealed class CoverOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.cover", (sheet, links) => CoverSheet.Fill(sheet, links.Get<OverviewCells>()))];

    /// <summary>Defined name of a headline measure's current value on its tile.</summary>
    public static string CellName(KpiId id) => "cover_" + id;

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Expected)> Totals(Report report)
        => report.Kpis.Where(k => k.Current.State == FigureState.Known).Select(k => (CellName(k.Id), k.Current.Value!.Value));
}
