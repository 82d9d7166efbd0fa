using Analytics.Core.Reports;
using Analytics.Reporting.Charts;

namespace Analytics.Reporting.Sections.Causes;

/// <summary>The tree of categories and causes: sheet 04 and the fishbone.</summary>
internal sealed class CauseOutput : SectionOutput
{
    /// <summary>Defined name of the complaints in the whole tree.</summary>
    public const string TotalName = "total_causes";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.fishbone", FishboneSheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } = [Definition.Of(10, "causeChange")];

    /// <inheritdoc/>
    public override IEnumerable<ChartPlan> Charts(Report report, ChartContext context)
        => [FishboneChart.Plan(report.Causes, Complaints(report) ?? Figure.Absent(AbsenceReasons.NoDataInPeriod), context)];

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Expected)> Totals(Report report)
    {
        if (Complaints(report)?.Value is { } total && report.Causes.Count > 0 && report.Causes.All(c => c.Complaints.State == FigureState.Known))
        {
            yield return (TotalName, total);
        }
    }

    private static Figure? Complaints(Report report) => report.Kpis.FirstOrDefault(k => k.Id == KpiId.Complaints)?.Current;
}
