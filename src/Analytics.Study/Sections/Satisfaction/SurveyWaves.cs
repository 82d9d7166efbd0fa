using Analytics.Core.Periods;
using Analytics.Core.Settings;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>The survey waves a satisfaction model pools: as many periods as the settings say, the report's own last.</summary>
public static class SurveyWaves
{
    /// <summary>The periods, oldest first; never empty.</summary>
    /// <param name="period">Period of the report.</param>
    /// <param name="settings">Number of waves.</param>
    public static IReadOnlyList<ReportPeriod> Of(ReportPeriod period, StudySettings settings) =>
        [.. Enumerable.Range(0, settings.Satisfaction.Waves).Select(i => period.Add(i - settings.Satisfaction.Waves + 1))];
}
