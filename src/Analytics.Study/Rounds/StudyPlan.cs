using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Study.Sections.Associations;
using Analytics.Study.Sections.Causes;
using Analytics.Study.Sections.HeatMaps;
using Analytics.Study.Sections.Kpis;
using Analytics.Study.Sections.Satisfaction;
using Analytics.Study.Sections.Segments;
using Analytics.Study.Sections.Service;
using Analytics.Study.Sections.Survey;

namespace Analytics.Study.Rounds;

/// <summary>Every question of the first call.</summary>
internal sealed class StudyPlan
{
    public StudyPlan(Questions questions, StudyWindow window, StudyRequest request)
    {
        Base = new BaseCounts(questions, window);
        foreach (var period in window.Trailing.Append(window.Current).Append(window.YearBefore))
        {
            Base.Plan(period);
        }

        Total = questions.Ask(window.Ask(FactTable.Complaints, window.Current, []));
        Series = new PeriodQuestions(questions, window, request, [.. window.Trailing, window.Current], Base);
        YearBefore = new PeriodQuestions(questions, window, request, [window.YearBefore], Base);
        Segments = [.. request.Settings.Segments.Select(s => new SegmentQuestions(questions, window, Base, s))];
        HeatMaps = [.. request.Settings.HeatMaps.Select(h => new HeatMapStudy(questions, window, Base, Column(questions, window, h.Rows), Column(questions, window, h.Columns)))];
        Causes = new CauseQuestions(questions, window);
        Associations = [.. request.Settings.CauseBy.Select(c => new AssociationStudy(questions, window, Column(questions, window, c)))];
        Resolutions = new ResolutionStudy(questions, window, request);
        Survey = new SurveyStudy(questions, window, request);
        Satisfaction = new SatisfactionPart(Base, request);
    }

    /// <summary>Denominators.</summary>
    public BaseCounts Base { get; }

    /// <summary>All complaints of the period: what every table must add up to.</summary>
    public Answer Total { get; }

    /// <summary>Headline measures of the trailing window and the period.</summary>
    public PeriodQuestions Series { get; }

    /// <summary>Headline measures a year before.</summary>
    public PeriodQuestions YearBefore { get; }

    /// <summary>One-way segmentations.</summary>
    public IReadOnlyList<SegmentQuestions> Segments { get; }

    /// <summary>Two-way segmentations.</summary>
    public IReadOnlyList<HeatMapStudy> HeatMaps { get; }

    /// <summary>Categories and causes.</summary>
    public CauseQuestions Causes { get; }

    /// <summary>Cause by other columns.</summary>
    public IReadOnlyList<AssociationStudy> Associations { get; }

    /// <summary>Cause by resolution.</summary>
    public ResolutionStudy Resolutions { get; }

    /// <summary>Survey basics.</summary>
    public SurveyStudy Survey { get; }

    /// <summary>Index, model, priorities, brands.</summary>
    public SatisfactionPart Satisfaction { get; }

    /// <summary>The questions of a column: those of its segmentation, else of the default one, else the column as a dimension.</summary>
    private SegmentQuestions Column(Questions questions, StudyWindow window, string column) =>
        Segments.FirstOrDefault(s => s.Definition.Column == column)
        ?? new SegmentQuestions(questions, window, Base, StudySettings.DefaultSegments.FirstOrDefault(s => s.Column == column) ?? new SegmentDefinition(column));
}
