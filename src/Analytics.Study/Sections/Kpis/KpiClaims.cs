using Analytics.Core.Reports;
using Analytics.Study.Claims;

namespace Analytics.Study.Sections.Kpis;

/// <summary>Claims of headline measures.</summary>
internal static class KpiClaims
{
    /// <summary>The verdict on a measure other than the rate; with a sentence where it is beyond its limits.</summary>
    public static Claim Verdict(Kpi kpi) => new(ClaimFamily.Kpis, kpi.Id.ToString(), kpi.Current)
    {
        Signal = kpi.Signal,
        Place = HeadlinePlace.Signal,
        Sentence = kpi is { Signal: Signal.Worse or Signal.Better, Current.Value: { } value, LowerLimit: { } lower, UpperLimit: { } upper }
            ? new Headline(
                HeadlineKeys.KpiSignal,
                kpi.Signal,
                [
                    Arguments.Label("kpi", kpi.Id.ToString()),
                    Arguments.Number("value", kpi.Current, kpi.Unit),
                    new HeadlineArgument("limit", value > upper ? upper : lower, kpi.Unit),
                ])
            : null,
    };

    /// <summary>
    /// The verdicts on count and rate of complaints, with the one sentence a cover begins with: of the rate, or of the count where there is no base.
    /// </summary>
    /// <param name="kpis">The headline measures.</param>
    /// <param name="previous">Label of the period before.</param>
    public static IEnumerable<Claim> Volume(IReadOnlyList<Kpi> kpis, string previous)
    {
        Kpi[] volumes = [.. kpis.Where(k => IsVolume(k.Id)).OrderBy(k => k.Id != KpiId.ComplaintsPer10kSubscribers)];
        var said = Array.Find(volumes, k => k.Current.Value is not null);
        foreach (var kpi in volumes)
        {
            yield return new Claim(ClaimFamily.Kpis, kpi.Id.ToString(), kpi.Current)
            {
                Signal = kpi.Signal,
                Place = HeadlinePlace.Result,
                IsKept = true,
                Sentence = kpi == said ? Rate(kpi, previous) : null,
            };
        }
    }

    /// <summary>Whether a measure is the count or the rate of complaints.</summary>
    public static bool IsVolume(KpiId id) => id is KpiId.Complaints or KpiId.ComplaintsPer10kSubscribers;

    /// <summary>How many first replies were due, in time and overdue; nothing where the share is not known.</summary>
    /// <param name="kpis">The headline measures.</param>
    /// <param name="current">Counts of the period.</param>
    /// <param name="limit">When a first reply is due.</param>
    public static IEnumerable<Claim> Replies(IReadOnlyList<Kpi> kpis, PeriodCounts current, TimeSpan limit)
    {
        foreach (var kpi in kpis.Where(k => k.Id == KpiId.FirstReplyWithinLimitShare && k.Current.Value is not null))
        {
            yield return new Claim(ClaimFamily.Replies, kpi.Id.ToString(), kpi.Current)
            {
                Signal = kpi.Signal,
                Place = HeadlinePlace.Replies,
                Sentence = new Headline(
                    HeadlineKeys.FirstReply,
                    kpi.Signal,
                    [
                        Arguments.Count("due", current.FirstReply.Known),
                        Arguments.Count("onTime", current.FirstReply.Yes),
                        Arguments.Count("overdue", current.Overdue),
                        Arguments.Number("share", kpi.Current, MeasureUnit.Share),
                        new HeadlineArgument("limit", limit.TotalHours, MeasureUnit.Hours),
                    ]),
            };
        }
    }

    private static Headline Rate(Kpi kpi, string previous)
    {
        List<HeadlineArgument> arguments = [Arguments.Label("kpi", kpi.Id.ToString()), Arguments.Number("value", kpi.Current, kpi.Unit)];
        if (kpi.Change.Value is null)
        {
            return new Headline(HeadlineKeys.RateLevel, kpi.Signal, arguments);
        }

        arguments.AddRange(
            [Arguments.Number("change", kpi.Change, kpi.Unit), Arguments.Label("previous", previous), .. Arguments.Bounds(kpi.Change, kpi.Unit)]);
        return new Headline(HeadlineKeys.RateChange, kpi.Signal, arguments);
    }
}
