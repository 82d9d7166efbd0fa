using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Storage.Warehouse;
using Analytics.Study;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Pipeline.Runs;

/// <summary>Reads from the warehouse what a report's satisfaction section would be computed from, without the report.</summary>
public static class SatisfactionInputs
{
    /// <summary>The input of a period and scope.</summary>
    /// <param name="warehouse">The data, which should be held at one moment.</param>
    /// <param name="period">Period; the window ends with it.</param>
    /// <param name="scope">Filters; empty for the whole survey.</param>
    /// <param name="settings">As for a report.</param>
    /// <param name="choice">Where the base is counted.</param>
    /// <exception cref="AnalyticsException">AN4002: a margin or segment column does not exist.</exception>
    public static SatisfactionInput Read(
        WarehouseDatabase warehouse, ReportPeriod period, IReadOnlyList<Filter> scope, StudySettings settings, CrossTabChoice choice)
    {
        var facts = StudyFactsReader.Read(warehouse, period, scope, settings with { DetailRows = 0 }) with
        {
            Responses = ResponseReading.Read(warehouse, period, scope, settings),
        };
        var request = new StudyRequest(period, scope, settings, facts);
        return SatisfactionInput.Of(request, CrossTabSources.Open(choice, warehouse, settings, facts.CutOffUtc))!;
    }
}
