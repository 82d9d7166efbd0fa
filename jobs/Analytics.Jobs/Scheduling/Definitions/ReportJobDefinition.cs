using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;

namespace Analytics.Jobs.Scheduling.Definitions;

/// <summary>A job that pulls, and then studies, publishes and delivers the last period that is over.</summary>
/// <param name="Name">Name of the job.</param>
public sealed record ReportJobDefinition(string Name) : JobDefinition(Name)
{
    /// <inheritdoc/>
    public override JobKind Kind => JobKind.Report;

    /// <summary>Sources pulled from before: names, <c>*</c> for all, empty for none.</summary>
    public string Sources { get; init; } = "*";

    /// <summary>Length of the reported period.</summary>
    public PeriodKind Period { get; init; } = PeriodKind.Week;

    /// <summary>Filters of the report; empty for the whole base.</summary>
    public IReadOnlyList<Filter> Scope { get; init; } = [];

    /// <summary>Language of the report; empty for <c>Report:Language</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary>Periods before the last one that are looked at again for late data.</summary>
    public int ReopenPeriods { get; init; } = 4;

    /// <summary>Whether what is published is delivered.</summary>
    public bool Deliver { get; init; } = true;
}
