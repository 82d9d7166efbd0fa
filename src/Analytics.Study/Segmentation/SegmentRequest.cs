using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;

namespace Analytics.Study.Segmentation;

/// <summary>An analyst's own segmentation: any columns, own bands, filters, a two-way map, clusters.</summary>
/// <param name="Period">Period.</param>
/// <param name="Scope">Filters; empty for the whole base.</param>
/// <param name="By">Columns and bands, at least one, each column once.</param>
/// <param name="TwoWay">Whether to cross the first two columns as well.</param>
/// <param name="Clusters">Number of clusters over the banded columns among <paramref name="By"/> (at most four are used), 2 or more; null for none.</param>
/// <param name="Settings">Levels, minimum cell, time zone, seed.</param>
/// <param name="Facts">As for a report; details and imports may be left out.</param>
public sealed record SegmentRequest(
    ReportPeriod Period,
    IReadOnlyList<Filter> Scope,
    IReadOnlyList<SegmentDefinition> By,
    bool TwoWay,
    int? Clusters,
    StudySettings Settings,
    StudyFacts Facts);
