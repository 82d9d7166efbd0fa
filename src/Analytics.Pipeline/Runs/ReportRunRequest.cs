using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Publishing.Publish;

namespace Analytics.Pipeline.Runs;

/// <summary>What report to make of which data.</summary>
/// <param name="Period">Week, month or quarter.</param>
/// <param name="Scope">Filters; empty for the whole base.</param>
/// <param name="Settings">Everything the study can be told.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Target">Where to publish.</param>
/// <param name="ProgramVersion">Version of the program, for <c>run.json</c>.</param>
public sealed record ReportRunRequest(
    ReportPeriod Period, IReadOnlyList<Filter> Scope, StudySettings Settings, string Language, PublishTarget Target, string ProgramVersion)
{
    /// <summary>Where the cross-tabs are counted.</summary>
    public CrossTabChoice CrossTabs { get; init; }
}
