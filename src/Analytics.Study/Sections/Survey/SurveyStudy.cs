using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Statistics.Descriptive;
using Analytics.Statistics.Intervals;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Survey;

/// <summary>
/// Survey basics: score on 0–100, top two boxes and their intervals for every item, in all and by operator and brand where there is more than one.
/// </summary>
internal sealed class SurveyStudy
{
    private static readonly string[] Groups = ["operator", "brand"];
    private static readonly CrossTabAxis Item = new("item");
    private static readonly CrossTabAxis Score = new("score");
    private readonly StudyRequest _request;
    private readonly Answer _current;
    private readonly Answer _previous;
    private readonly (Answer Current, Answer Previous)[] _groups;

    /// <param name="round">Takes the questions.</param>
    public SurveyStudy(FirstRound round)
    {
        _request = round.Request;
        var window = round.Window;
        Answer Ask(Core.Periods.ReportPeriod period, params CrossTabAxis[] by) => round.Questions.Ask(window.Ask(FactTable.SurveyAnswers, period, by));
        _current = Ask(window.Current, Item, Score);
        _previous = Ask(window.Previous, Item, Score);
        _groups = [.. Groups.Select(g => (Ask(window.Current, Item, new(g), Score), Ask(window.Previous, Item, new(g), Score)))];
    }

    /// <summary>The item that stands for overall satisfaction; null where there is no answer now or in the period before.</summary>
    public string? OverallItem => SurveyItemNames.Overall(_current.Tab.Labels[0].Union(_previous.Tab.Labels[0]), _request.Settings.OverallItem);

    /// <summary>The report's own operator where this period's answers name it beside others; null where all answers count.</summary>
    public string? OwnOperator
    {
        get
        {
            var operators = _groups[Array.IndexOf(Groups, "operator")].Current.Tab.Labels[1];
            return operators.Count(o => o.Length > 0) > 1 && operators.Contains(_request.Settings.OwnOperator) ? _request.Settings.OwnOperator : null;
        }
    }

    /// <summary>The scale of an item, named or by the star; null where neither is configured.</summary>
    public static ItemScale? ScaleOf(StudyFacts facts, string item) =>
        facts.SurveyScales.TryGetValue(item, out var scale) || facts.SurveyScales.TryGetValue("*", out scale) ? scale : null;

    /// <summary>Score on 0–100 with its t interval; absent without scale or answers, hidden over fewer answers than the minimum cell.</summary>
    public static Figure ScoreFigure(Distribution answers, ItemScale? scale, StudySettings settings) => Basics(answers, scale, settings).Score;

    /// <summary>All rows, by item and group.</summary>
    public IReadOnlyList<SurveyItem> Compute()
    {
        var rows = new List<SurveyItem>();
        foreach (var item in _current.Tab.Labels[0].Where(i => i.Length > 0))
        {
            var scale = ScaleOf(_request.Facts, item);
            rows.Add(Row(item, null, scale, Scores(_current.Tab, item), Scores(_previous.Tab, item), false, false));
            foreach (var (current, previous) in _groups)
            {
                rows.AddRange(ByGroup(item, scale, current.Tab, previous.Tab));
            }
        }

        return rows;
    }

    private IEnumerable<SurveyItem> ByGroup(string item, ItemScale? scale, CrossTab current, CrossTab previous)
    {
        var named = current.Labels[1].Where(g => g.Length > 0).ToArray();
        if (named.Length < 2)
        {
            yield break;
        }

        var hidden = Hidden(item, current, named);
        var hiddenBefore = Hidden(item, previous, named);
        for (var g = 0; g < named.Length; g++)
        {
            var answers = Scores(current, item, named[g]);
            if (answers.Total > 0)
            {
                yield return Row(item, named[g], scale, answers, Scores(previous, item, named[g]), hidden[g], hiddenBefore[g]);
            }
        }
    }

    /// <summary>
    /// Groups whose score could be computed from the item's score and those of the others. Unknown groups are not shown, but their
    /// number follows from the others, so a small one is protected by hiding a named group beside it.
    /// </summary>
    private bool[] Hidden(string item, CrossTab tab, string[] named)
    {
        var counts = named.Select(g => Scores(tab, item, g).Total).ToArray();
        var unknown = Scores(tab, item, "").Total;
        var rule = new SuppressionRule(_request.Settings.MinimumCell);
        var hidden = rule.Line(rule.IsSmall(unknown) ? [.. counts, unknown] : counts);
        return hidden is null ? [.. named.Select(_ => true)] : hidden[..named.Length];
    }

    private SurveyItem Row(string item, string? group, ItemScale? scale, Distribution now, Distribution before, bool hidden, bool hiddenBefore)
    {
        var (score, topTwo) = Basics(now, scale, _request.Settings);
        var previous = before.Total == 0 ? Figure.Absent(AbsenceReasons.NoDataInPeriod)
            : hiddenBefore ? Figure.Suppressed
            : ScoreFigure(before, scale, _request.Settings);
        return new SurveyItem(
            item, group, scale?.Minimum ?? 0, scale?.Maximum ?? 0, hidden ? Figure.Suppressed : score, hidden ? Figure.Suppressed : topTwo, previous);
    }

    private static (Figure Score, Figure TopTwo) Basics(Distribution answers, ItemScale? scale, StudySettings settings)
    {
        var n = answers.Total;
        if (scale is not { } s || Array.Exists(answers.Values, a => a < s.Minimum || a > s.Maximum))
        {
            return (Figure.Absent(AbsenceReasons.ScaleUnknown), Figure.Absent(AbsenceReasons.ScaleUnknown));
        }

        if (n == 0 || n < settings.MinimumCell)
        {
            var none = n == 0 ? Figure.Absent(AbsenceReasons.EmptyDenominator) : Figure.Suppressed;
            return (none, none);
        }

        var basics = ScoreDistribution.Of(answers.Values, answers.Counts, s.Minimum, s.Maximum);
        var interval = StudentInterval.Of(basics.Score100, basics.StandardDeviation100, n, settings.ConfidenceLevel);
        return (Figure.Of(basics.Score100, n, interval.Lower, interval.Upper), FigureMath.Share(basics.TopTwo, n, settings.ConfidenceLevel));
    }

    private static Distribution Scores(CrossTab tab, string item, string? group = null)
    {
        var counts = new List<(double Score, long Count)>();
        var (i, g, last) = (tab.Find(0, item), group is null ? 0 : tab.Find(1, group), tab.Labels.Count - 1);
        for (var s = 0; i >= 0 && g >= 0 && s < tab.Labels[last].Count; s++)
        {
            if (!double.IsNaN(tab.Number(last, s)))
            {
                counts.Add((tab.Number(last, s), group is null ? tab.Count(i, s) : tab.Count(i, g, s)));
            }
        }

        return Distribution.Of(counts);
    }
}
