using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;

namespace Analytics.Study;

/// <summary>What a study is asked: one period, one scope, the settings, and the facts that are not cross-tabs.</summary>
/// <param name="Period">Period of the report, in the settings' time zone and week.</param>
/// <param name="Scope">Filters every question carries; empty for the whole base.</param>
/// <param name="Settings">Bands, limits, levels.</param>
/// <param name="Facts">What the warehouse knows beside counts.</param>
public sealed record StudyRequest(ReportPeriod Period, IReadOnlyList<Filter> Scope, StudySettings Settings, StudyFacts Facts);
