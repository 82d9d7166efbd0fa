using Analytics.Core;
using Analytics.Core.CrossTabs;

namespace Analytics.Study.Rounds;

/// <summary>Whether a scope holds anything to study: asked beside the sections' questions, and only where there is a scope.</summary>
internal sealed class ScopeCounts
{
    private readonly FirstRound _round;
    private readonly Answer? _inWindow;
    private readonly Answer? _answers;

    private ScopeCounts(FirstRound round)
    {
        _round = round;
        if (round.Request.Scope.Count > 0)
        {
            _inWindow = round.Questions.Ask(round.Window.AskSeries(FactTable.Complaints, []));
            _answers = round.Ask(FactTable.SurveyAnswers, []);
        }
    }

    /// <summary>Notes the questions.</summary>
    public static ScopeCounts Ask(FirstRound round) => new(round);

    /// <summary>Refuses a scope without a row, and one too small to be told apart from the whole.</summary>
    /// <exception cref="AnalyticsException">AN4001 or AN4004 as <see cref="PeriodCheck.DemandScope"/>.</exception>
    public void Demand()
    {
        if (_inWindow is not null && _answers is not null)
        {
            PeriodCheck.DemandScope(_round.Request, _round.Total.Tab.Total, _inWindow.Tab.Total, _answers.Tab.Total > 0);
        }
    }
}
