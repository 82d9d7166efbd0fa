using Analytics.Core.Reports;
using Analytics.Study.Rounds;
using Analytics.Study.Sections.Kpis;

namespace Analytics.Study.Sections.Survey;

/// <summary>Survey basics by item and group, and the headline measure of satisfaction.</summary>
internal sealed class SurveySection : ISection
{
    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round)
    {
        var survey = new SurveyStudy(round);
        return second =>
        {
            // which item stands for satisfaction is only known once the items are: its series is asked in round two
            var score = new SatisfactionScore(round, second.Questions, survey.OverallItem, survey.OwnOperator);
            return _ => Result(survey, score.Compute());
        };
    }

    private static SectionResult Result(SurveyStudy survey, Kpi score)
    {
        var items = survey.Compute();
        return new SectionResult
        {
            Part = report => report with { Survey = items, Kpis = [.. report.Kpis, score] },
            NotComputed =
            [
                .. KpiSection.Missing([score]), .. items.Count == 0 ? [new NotComputed("survey", AbsenceReasons.NoDataInPeriod)] : Array.Empty<NotComputed>()
            ],
            Claims = [KpiClaims.Verdict(score), .. SurveyClaims.Of(score, items, survey.OverallItem, survey.OwnOperator)],
        };
    }
}
