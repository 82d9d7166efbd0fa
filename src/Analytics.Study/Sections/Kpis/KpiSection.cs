using Analytics.Core.Reports;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Kpis;

/// <summary>Headline measures that rest on complaints, against the period before, a year before and the trailing window.</summary>
internal sealed class KpiSection : ISection
{
    /// <inheritdoc/>
    public ReadAnswers Ask(FirstRound round)
    {
        var window = round.Window;
        var series = new PeriodQuestions(round, [.. window.Trailing, window.Current]);
        var yearBefore = new PeriodQuestions(round, [window.YearBefore]);
        return _ => _ => Result(round, series.Read(), yearBefore.Read()[0]);
    }

    private static SectionResult Result(FirstRound round, IReadOnlyList<PeriodCounts> series, PeriodCounts yearBefore)
    {
        var request = round.Request;
        var isPartial = PeriodCheck.IsPartial(request);
        var measures = KpiMeasures.Of(request.Settings, PeriodCounts.Pool([.. series, yearBefore]), request.Scope.Count > 0);
        Kpi[] kpis = [.. measures.Select(m => KpiStudy.Of(m, series, yearBefore, isPartial))];
        return new SectionResult
        {
            Part = report => report with { Kpis = [.. report.Kpis, .. kpis] },
            NotComputed = [.. Missing(kpis)],
            Checks = [new TieCheck("series", round.Total.Tab.Total, series[^1].Complaints)],
            Claims =
            [
                .. KpiClaims.Volume(kpis, round.Window.Previous.ToString()),
                .. kpis.Where(k => !KpiClaims.IsVolume(k.Id)).Select(KpiClaims.Verdict),
                .. KpiClaims.Replies(kpis, series[^1], request.Settings.FirstReplyLimit),
            ],
        };
    }

    /// <summary>Measures that are absent, with their reasons.</summary>
    public static IEnumerable<NotComputed> Missing(IEnumerable<Kpi> kpis) =>
        kpis.Where(k => k.Current.State == FigureState.Absent).Select(k => new NotComputed(k.Id.ToString(), k.Current.Reason!));
}
