using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;

namespace Analytics.Reporting.Sections.Segments;

/// <summary>Segmentations by one column: sheet 05 and bars with intervals of each.</summary>
internal sealed class SegmentOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.segments", SegmentSheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } =
    [
        Definition.Of(1, "share"), Definition.Of(2, "rateRatio"), Definition.Of(3, "contribution"), Definition.Of(4, "residual"), Definition.Of(5, "fdr"),
    ];

    /// <summary>Defined name of the complaints in the n-th segmentation, 0-based.</summary>
    public static string TotalName(int index) => string.Create(CultureInfo.InvariantCulture, $"total_segment_{index + 1}");

    /// <inheritdoc/>
    public override IEnumerable<ChartPlan> Charts(Report report, ChartContext context)
    {
        var overall = report.Kpis.FirstOrDefault(k => k.Id == KpiId.ComplaintsPer10kSubscribers)?.Current ?? Figure.Absent(AbsenceReasons.NoSubscribers);
        return report.Segments.Select(table => SegmentChart.Plan(table, overall, context));
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Expected)> Totals(Report report)
        => report.Segments.Select((table, i) => (TotalName(i), (double)table.TotalComplaints));
}
