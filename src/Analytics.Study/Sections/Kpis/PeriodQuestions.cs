using System.Globalization;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.Kpis;

/// <summary>The questions behind the headline measures of consecutive periods: one window, read once, cut by day.</summary>
internal sealed class PeriodQuestions
{
    private static readonly CrossTabAxis Day = new("day");
    private readonly IReadOnlyList<ReportPeriod> _periods;
    private readonly StudyWindow _window;
    private readonly BaseCounts _base;
    private readonly Answer _received;
    private readonly Answer _escalated;
    private readonly Answer _repeated;
    private readonly Answer _replies;
    private readonly (Answer Closed, Answer Open)[] _durations;

    /// <param name="round">Takes the questions.</param>
    /// <param name="periods">Consecutive periods, oldest first.</param>
    public PeriodQuestions(FirstRound round, IReadOnlyList<ReportPeriod> periods)
    {
        (_periods, _window, _base) = (periods, round.Window, round.Base);
        var limit = round.Settings.FirstReplyLimit.TotalHours;
        _received = Ask(round, [Day]);
        _escalated = Ask(round, [Day, new("is_escalated")]);
        _repeated = Ask(round, [Day, new("is_repeat")]);
        _replies = Ask(round, [Day, Cut("first_reply_hours", limit, rightClosed: true), Cut("open_hours", limit, rightClosed: false)]);
        _durations = [.. periods.Select(p => (
            Ask(round, [new("handling_hours")], Days(p)),
            Ask(round, [new("open_hours"), Cut("handling_hours", 0, rightClosed: true)], Days(p))))];
    }

    /// <summary>The counts of every period, in order.</summary>
    public IReadOnlyList<PeriodCounts> Read() => [.. _periods.Select(Read)];

    private PeriodCounts Read(ReportPeriod period, int index)
    {
        var known = new PeriodCounts
        {
            Period = period.ToString(),
            HasData = _window.HasComplaints(period),
            Days = period.Days,
            Subscribers = _base.Average(period),
        };
        return !known.HasData ? known : known with
        {
            Complaints = In(period, _received.Tab, _ => true),
            Escalated = Flag(period, _escalated.Tab),
            Repeated = Flag(period, _repeated.Tab),
            FirstReply = (
                In(period, _replies.Tab, c => c[1] == 0),
                In(period, _replies.Tab, c => c[1] < 2 || c[2] == 1)),
            Replied = In(period, _replies.Tab, c => c[1] < 2),
            Overdue = In(period, _replies.Tab, c => c[1] == 2 && c[2] == 1),
            Durations = Durations.Of(_durations[index].Closed.Tab, _durations[index].Open.Tab),
        };
    }

    private Answer Ask(FirstRound round, IReadOnlyList<CrossTabAxis> by, Filter? also = null) =>
        round.Questions.Ask(
            new CrossTabQuery(
                FactTable.Complaints, _periods[0].Start, _periods[^1].End, also is null ? round.Request.Scope : [.. round.Request.Scope, also], by));

    private static CrossTabAxis Cut(string column, double at, bool rightClosed) => new(column, new BandSet(column, [at], rightClosed));

    private static Filter Days(ReportPeriod period) =>
        new("day", [.. Enumerable.Range(0, period.Days).Select(d => period.Start.AddDays(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]);

    private static (long Yes, long Known) Flag(ReportPeriod period, CrossTab tab)
    {
        var (yes, no) = (tab.Find(1, "true"), tab.Find(1, "false"));
        var trues = yes < 0 ? 0 : In(period, tab, c => c[1] == yes);
        return (trues, trues + (no < 0 ? 0 : In(period, tab, c => c[1] == no)));
    }

    /// <summary>Counts of the period's days over the cells that are kept; a cell is given by its index per axis.</summary>
    private static long In(ReportPeriod period, CrossTab tab, Func<int[], bool> keep)
    {
        var sum = 0L;
        var index = new int[tab.Labels.Count];
        for (var i = 0; i < tab.Counts.Length; i++)
        {
            var rest = i;
            for (var axis = index.Length - 1; axis >= 0; axis--)
            {
                index[axis] = rest % tab.Labels[axis].Count;
                rest /= tab.Labels[axis].Count;
            }

            if (tab.Counts[i] != 0
                && DateOnly.TryParseExact(tab.Labels[0][index[0]], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day >= period.Start && day < period.End && keep(index))
            {
                sum += tab.Counts[i];
            }
        }

        return sum;
    }
}
