using System.Globalization;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Reports;
using Analytics.Statistics.ControlCharts;
using Analytics.Study.Rounds;
using Analytics.Study.Sections.Kpis;

namespace Analytics.Study.Sections.Survey;

/// <summary>The satisfaction KPI: the overall item's score over the periods, of the report's own operator where answers name several.</summary>
internal sealed class SatisfactionScore
{
    private readonly StudyWindow _window;
    private readonly StudyRequest _request;
    private readonly string? _item;
    private readonly Answer? _series;
    private readonly Answer? _year;

    /// <param name="round">The days and the settings.</param>
    /// <param name="questions">Takes the questions.</param>
    /// <param name="item">The overall item; null where there is none.</param>
    /// <param name="ownOperator">Whose answers count; null for all.</param>
    public SatisfactionScore(FirstRound round, Questions questions, string? item, string? ownOperator)
    {
        (_window, _request, _item) = (round.Window, round.Request, item);
        if (item is not null)
        {
            Filter[] only = ownOperator is null ? [new("item", [item])] : [new("item", [item]), new("operator", [ownOperator])];
            CrossTabAxis[] by = [new("day"), new("score")];
            _series = questions.Ask(_window.AskSeries(FactTable.SurveyAnswers, by, only));
            var year = _window.Ask(FactTable.SurveyAnswers, _window.YearBefore, by);
            _year = questions.Ask(year with { Where = [.. year.Where, .. only] });
        }
    }

    /// <summary>The measure with comparisons, limits and series.</summary>
    public Kpi Compute()
    {
        ReportPeriod[] periods = [.. _window.Trailing, _window.Current];
        var figures = periods.Select(p => Of(p, _series)).ToArray();
        var (current, year) = (figures[^1], Of(_window.YearBefore, _year));
        var baseline = figures.Take(figures.Length - 1).Where(f => f.State == FigureState.Known).ToArray();
        var limits = current.Value is null || baseline.Length < KpiStudy.PeriodsForVerdict
            ? (ControlLimits?)null
            : LaneyChart.Individuals([.. baseline.Select(f => f.Value!.Value)]);
        return new Kpi(
            KpiId.SatisfactionScore,
            MeasureUnit.Score,
            GoodDirection.Higher,
            current,
            figures[^2],
            year,
            Pooled(periods.Where((p, i) => i < periods.Length - 1 && figures[i].State == FigureState.Known)),
            FigureMath.Difference(current, figures[^2]),
            FigureMath.Difference(current, year),
            KpiStudy.Verdict(current.Value, limits, GoodDirection.Higher),
            limits?.Lower,
            limits?.Upper,
            [.. periods.Select((p, i) => new PeriodFigure(p.ToString(), figures[i]))]);
    }

    private Figure Of(ReportPeriod period, Answer? answer) =>
        !_window.HasAnswers(period) ? Figure.Absent(AbsenceReasons.NoDataInPeriod)
        : answer is null ? Figure.Absent(AbsenceReasons.NoSuchField)
        : Score(In(answer.Tab, [period]));

    private Figure Pooled(IEnumerable<ReportPeriod> periods)
    {
        var list = periods.ToArray();
        return list.Length == 0 || _series is null ? Figure.Absent(AbsenceReasons.NoDataInPeriod) : Score(In(_series.Tab, list));
    }

    private Figure Score(Distribution answers) => SurveyStudy.ScoreFigure(answers, SurveyStudy.ScaleOf(_request.Facts, _item!), _request.Settings);

    private static Distribution In(CrossTab tab, ReportPeriod[] periods)
    {
        var counts = new List<(double Score, long Count)>();
        for (var i = 0; i < tab.Counts.Length; i++)
        {
            var (day, score) = (tab.Labels[0][i / tab.Labels[1].Count], tab.Number(1, i % tab.Labels[1].Count));
            if (tab.Counts[i] > 0 && !double.IsNaN(score)
                && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && Array.Exists(periods, p => date >= p.Start && date < p.End))
            {
                counts.Add((score, tab.Counts[i]));
            }
        }

        return Distribution.Of(counts);
    }
}
