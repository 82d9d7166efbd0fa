using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;

namespace Analytics.Reporting.Sections.Pareto;

/// <summary>What a report ranks: sheet 03, a chart of every whole level, and one of causes within categories.</summary>
internal sealed class ParetoOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.pareto", ParetoSheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } =
    [
        Definition.Of(7, "pareto"), Definition.Of(8, "probabilityA"), Definition.Of(9, "increase"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Legends { get; } = ["legend.pareto"];

    /// <summary>Defined name of the total of the n-th Pareto, 0-based.</summary>
    public static string TotalName(int index) => string.Create(CultureInfo.InvariantCulture, $"total_pareto_{index + 1}");

    /// <summary>Unit of a Pareto's values: that of its measure.</summary>
    public static MeasureUnit Unit(ParetoMeasure measure) => measure switch
    {
        ParetoMeasure.Refund => MeasureUnit.Money,
        ParetoMeasure.HandlingHours => MeasureUnit.Hours,
        _ => MeasureUnit.Count,
    };

    /// <inheritdoc/>
    public override IEnumerable<ChartPlan> Charts(Report report, ChartContext context)
    {
        foreach (var table in report.Paretos.Where(p => p.Within is null))
        {
            yield return ParetoChart.Plan(table, context);
        }

        if (TwoLevelParetoChart.Plan(report.Paretos, context) is { } twoLevels)
        {
            yield return twoLevels;
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Expected)> Totals(Report report)
        => report.Paretos.Select((table, i) => (TotalName(i), (double)table.Total));
}
