using Analytics.Study.Sections.Associations;
using Analytics.Study.Sections.Cases;
using Analytics.Study.Sections.Causes;
using Analytics.Study.Sections.HeatMaps;
using Analytics.Study.Sections.Kpis;
using Analytics.Study.Sections.Pareto;
using Analytics.Study.Sections.Satisfaction;
using Analytics.Study.Sections.Segments;
using Analytics.Study.Sections.Service;
using Analytics.Study.Sections.Survey;

namespace Analytics.Study.Sections;

/// <summary>The sections of a report.</summary>
internal static class StudySections
{
    private static readonly ISection Segments = new SegmentSection();
    private static readonly ISection HeatMaps = new HeatMapSection();
    private static readonly ISection Associations = new AssociationSection();
    private static readonly ISection Kpis = new KpiSection();
    private static readonly ISection Pareto = new ParetoSection();
    private static readonly ISection Service = new ServiceSection();
    private static readonly ISection Survey = new SurveySection();
    private static readonly ISection Index = new IndexSection();

    /// <summary>All sections, in the order they put their parts and totals into the report.</summary>
    public static IReadOnlyList<ISection> All { get; } =
    [
        Segments, HeatMaps, Associations, Kpis, new CauseSection(), Pareto, Service, Survey, Index, new CaseSection()
    ];

    /// <summary>
    /// The order in which what could not be computed is listed: tables first, then measures. Sections that are not named follow, in the order of <see
    /// cref="All"/>.
    /// </summary>
    public static IReadOnlyList<ISection> Gaps { get; } = [Service, Segments, HeatMaps, Associations, Pareto, Index, Kpis];
}
