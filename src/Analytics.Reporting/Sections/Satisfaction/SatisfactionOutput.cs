using Analytics.Core.Reports;
using Analytics.Reporting.Charts;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>The satisfaction model and what to improve first: sheets 07 and 08, path diagram, index over its waves, priorities.</summary>
internal sealed class SatisfactionOutput : SectionOutput
{
    /// <summary>Defined name of the index of the model's target.</summary>
    public const string IndexName = "satisfaction_index";

    /// <summary>Defined name of the questionnaires that came back.</summary>
    public const string ReturnedName = "total_returned";

    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.model", ModelSheet.Fill), new("sheet.improvement", ImprovementSheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } =
    [
        Definition.Of(17, "index"), Definition.Of(18, "path"), Definition.Of(19, "gate"), Definition.Of(20, "effective"), Definition.Of(21, "importance"),
        Definition.Of(22, "priority"), Definition.Of(23, "drivers"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<ChartPlan> Charts(Report report, ChartContext context)
    {
        if (report.Satisfaction?.Model is { } model)
        {
            yield return PathDiagram.Plan(model, context);
            yield return IndexTrendChart.Plan(model, context);
        }

        if (report.Satisfaction?.Improvement is not { } improvement)
        {
            yield break;
        }

        if (improvement.Constructs is { } constructs)
        {
            yield return PriorityChart.Plan(improvement, constructs, false, context);
        }

        yield return PriorityChart.Plan(improvement, improvement.Items, true, context);
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Expected)> Totals(Report report)
    {
        if (report.Satisfaction is not { } section)
        {
            yield break;
        }

        yield return (ReturnedName, section.Responses.Returned);
        if (section.Model?.Constructs.FirstOrDefault(c => c.Name == section.Model.Target)?.Index.Value is { } index)
        {
            yield return (IndexName, index);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Faults(Report report) => report.Satisfaction is { } section ? SatisfactionCheck.Faults(section) : [];
}
