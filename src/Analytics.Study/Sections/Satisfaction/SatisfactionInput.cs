using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Everything the satisfaction section is computed from; nothing else is read.</summary>
/// <param name="Waves">Periods of the window, oldest first, without gaps; the last is the report's.</param>
/// <param name="Responses">Responses of these periods and the report's scope.</param>
/// <param name="Scales">Scale by item; <c>*</c> stands for every item not named.</param>
/// <param name="Base">Subscribers by label or band, by column: what raking restores. Columns without a base are absent.</param>
/// <param name="Settings">Levels, minimum cell, own operator, segment bands and the settings of the section.</param>
public sealed record SatisfactionInput(
    IReadOnlyList<ReportPeriod> Waves,
    SurveyResponses Responses,
    IReadOnlyDictionary<string, ItemScale> Scales,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Base,
    StudySettings Settings)
{
    /// <summary>The input a report of this request would have, without the report; null where the facts hold no responses.</summary>
    /// <param name="request">Period, scope, settings and facts.</param>
    /// <param name="source">Answers what raking asks of the base.</param>
    public static SatisfactionInput? Of(StudyRequest request, ICrossTabSource source)
    {
        var questions = new Questions();
        var asked = new SatisfactionQuestions(new BaseCounts(questions, new StudyWindow(request)), request);
        questions.PutTo(source);
        return asked.Input;
    }
}
