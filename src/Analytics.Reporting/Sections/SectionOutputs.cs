using Analytics.Reporting.Sections.Associations;
using Analytics.Reporting.Sections.Brands;
using Analytics.Reporting.Sections.Cases;
using Analytics.Reporting.Sections.Causes;
using Analytics.Reporting.Sections.Cover;
using Analytics.Reporting.Sections.Definitions;
using Analytics.Reporting.Sections.HeatMaps;
using Analytics.Reporting.Sections.Kpis;
using Analytics.Reporting.Sections.Pareto;
using Analytics.Reporting.Sections.Quality;
using Analytics.Reporting.Sections.Satisfaction;
using Analytics.Reporting.Sections.Segments;
using Analytics.Reporting.Sections.Service;
using Analytics.Reporting.Sections.Survey;

namespace Analytics.Reporting.Sections;

/// <summary>Every section of a report; who adds one adds a line here.</summary>
internal static class SectionOutputs
{
    /// <summary>
    /// The sections in the order of their chart files. Sheets and definitions carry numbers of their own, which readers cite, and stand in the order of
    /// these.
    /// </summary>
    public static IReadOnlyList<SectionOutput> All { get; } =
    [
        new ParetoOutput(),
        new KpiOutput(),
        new CoverOutput(),
        new HeatMapOutput(),
        new SegmentOutput(),
        new CauseOutput(),
        new AssociationOutput(),
        new ServiceOutput(),
        new SurveyOutput(),
        new SatisfactionOutput(),
        new BrandOutput(),
        new DefinitionOutput(),
        new QualityOutput(),
        new CaseOutput(),
    ];

    /// <summary>The sheets of all sections.</summary>
    public static IEnumerable<SheetPlan> Sheets => All.SelectMany(section => section.Sheets);
}
