using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;

namespace Analytics.Study.Rounds;

/// <summary>The denominators: subscribers of the snapshots that answer for a period, averaged over its begin and its end.</summary>
internal sealed class BaseCounts(Questions questions, StudyWindow window)
{
    private static readonly string[] Columns =
    [
        "gender", "region", "brand", "plan", "terminal", "is_5g", "star_level", "operator",
        "age", "tenure_years", "arpu", "arpu_3m", "data_mb", "data_spend_share", "voice_minutes", "sms_count", "suspensions",
    ];

    private readonly Dictionary<DateOnly, Answer> _totals = [];

    /// <summary>Whether the base can be cut by that column; a complaint's own columns (channel, cause…) have no base.</summary>
    public static bool Has(string column) => Columns.Contains(column, StringComparer.Ordinal);

    /// <summary>Notes the question for a period's total.</summary>
    public void Plan(ReportPeriod period)
    {
        foreach (var day in window.Snapshots(period))
        {
            if (!_totals.ContainsKey(day))
            {
                _totals.Add(day, questions.Ask(window.AskSnapshot(day, [])));
            }
        }
    }

    /// <summary>Notes the question for the current period's base by some axes; one answer per snapshot, none where there is no base.</summary>
    public IReadOnlyList<Answer> Plan(IReadOnlyList<CrossTabAxis> by) =>
        by.All(a => Has(a.Column)) ? [.. window.Snapshots(window.Current).Distinct().Select(day => questions.Ask(window.AskSnapshot(day, by)))] : [];

    /// <summary>Average subscribers of a period; null where there is no base, or none in the scope.</summary>
    public double? Average(ReportPeriod period)
    {
        var days = window.Snapshots(period);
        var average = days.Count == 0 ? 0 : days.Average(day => _totals[day].Tab.Total);
        return average > 0 ? average : null;
    }
}
