using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;
using Analytics.Study.Sections;

namespace Analytics.Study;

/// <summary>
/// The study of one period: a pure function from cross-tabs and facts to the report. All questions are planned first and asked in two
/// rounds (the second holds what depends on the labels the first brought), then everything is computed. The same input gives the same report.
/// </summary>
public static class StudyRun
{
    /// <summary>Computes the report.</summary>
    /// <param name="request">Period, scope, settings and facts.</param>
    /// <param name="source">Answers the questions.</param>
    /// <exception cref="AnalyticsException">
    /// AN4001: no data in the period or scope (names the periods that have some). AN4003: a week of data that say only the month. AN4004: the
    /// scope holds fewer complaints than the minimum cell.
    /// </exception>
    public static Report Execute(StudyRequest request, ICrossTabSource source)
    {
        var first = new FirstRound(request);
        PeriodCheck.Demand(request, first.Window);
        var scope = ScopeCounts.Ask(first);
        var asked = StudySections.All.Select(section => (Section: section, Read: section.Ask(first))).ToArray();
        first.Questions.PutTo(source);
        scope.Demand();
        var second = new SecondRound(new Questions(), new ReportMasks(first));
        var read = asked.Select(a => (a.Section, Compute: a.Read(second))).ToArray();
        second.Questions.PutTo(source);
        return new ReportFold(first, second.Masks).Of(read);
    }
}
