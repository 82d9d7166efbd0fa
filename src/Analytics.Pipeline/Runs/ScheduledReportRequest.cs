using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Publishing.Publish;

namespace Analytics.Pipeline.Runs;

/// <summary>A report that makes itself.</summary>
/// <param name="Report">Name of the job: part of the key of its runs.</param>
/// <param name="Kind">Week, month or quarter.</param>
/// <param name="Scope">Filters; empty for the whole base.</param>
/// <param name="Settings">Everything the study can be told.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Target">Where to publish.</param>
/// <param name="ProgramVersion">Version of the program, for <c>run.json</c>.</param>
public sealed record ScheduledReportRequest(
    string Report, PeriodKind Kind, IReadOnlyList<Filter> Scope, StudySettings Settings, string Language, PublishTarget Target, string ProgramVersion)
{
    /// <summary>How many periods before the last one are looked at again, for data that came late.</summary>
    public int ReopenPeriods { get; init; } = 4;

    /// <summary>Where the cross-tabs are counted.</summary>
    public CrossTabChoice CrossTabs { get; init; }

    /// <summary>The one period to look at, where a person names it; null for those that are due.</summary>
    public ReportPeriod? Period { get; init; }
}
