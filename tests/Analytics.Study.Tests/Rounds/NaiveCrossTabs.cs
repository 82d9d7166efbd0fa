using System.Globalization;
using Analytics.Core.CrossTabs;

namespace Analytics.Study.Tests.Rounds;

/// <summary>Answers cross-tabs the slow, obvious way, row by row, by the contract of <see cref="CrossTab"/>.</summary>
internal sealed class NaiveCrossTabs : ICrossTabSource
{
    private static readonly HashSet<string> Numeric =
    [
        "age", "tenure_years", "arpu", "arpu_3m", "data_mb", "data_spend_share", "voice_minutes", "sms_count", "suspensions",
        "satisfaction", "first_reply_hours", "handling_hours", "open_hours", "refund_due", "refund_paid", "score", "weight",
    ];

    public List<NaiveRow> Complaints { get; } = [];

    public List<NaiveRow> Subscribers { get; } = [];

    public List<NaiveRow> Answers { get; } = [];

    public int Calls { get; private set; }

    public IReadOnlyList<CrossTab> Answer(IReadOnlyList<CrossTabQuery> queries)
    {
        Calls++;
        return [.. queries.Select(Answer)];
    }

    private CrossTab Answer(CrossTabQuery query)
    {
        var rows = Window(query)
            .Where(r => query.Where.All(f => f.Values.Contains(f.Column == "day" ? Day(r) : r.Labels.GetValueOrDefault(f.Column, "")))).ToArray();
        var labels = query.By.Select(axis => Labels(axis, rows)).ToArray();
        var counts = new long[labels.Aggregate(1, (n, l) => n * l.Count)];
        var sums = query.Sum is null ? null : new double[counts.Length];
        foreach (var row in rows)
        {
            var offset = 0;
            for (var a = 0; a < labels.Length; a++)
            {
                offset = (offset * labels[a].Count) + labels[a].IndexOf(LabelOf(query.By[a], row));
            }

            counts[offset] += row.Count;
            if (sums is not null)
            {
                sums[offset] += row.Numbers.GetValueOrDefault(query.Sum!) * row.Count;
            }
        }

        return new CrossTab(labels, counts, sums, [.. query.By.Select((axis, a) => Numbers(axis, labels[a]))]);
    }

    private static double[]? Numbers(CrossTabAxis axis, List<string> labels) => axis.Bands is not null || !Numeric.Contains(axis.Column)
        ? null
        : [.. labels.Select(l => l.Length == 0 ? double.NaN : double.Parse(l, CultureInfo.InvariantCulture))];

    private IEnumerable<NaiveRow> Window(CrossTabQuery query)
    {
        if (query.Table != FactTable.Subscribers)
        {
            return (query.Table == FactTable.Complaints ? Complaints : Answers).Where(r => r.Day >= query.From && r.Day < query.To);
        }

        var days = Subscribers.Select(s => s.Day).Distinct().Order().ToArray();
        var day = days.LastOrDefault(d => d < query.To, days.FirstOrDefault());
        return Subscribers.Where(s => s.Day == day);
    }

    private static List<string> Labels(CrossTabAxis axis, NaiveRow[] rows)
    {
        var found = rows.Select(r => LabelOf(axis, r)).Distinct().ToArray();
        var labels = axis.Bands is { } bands ? Enumerable.Range(0, bands.Count).Select(bands.Label).ToList()
            : Numeric.Contains(axis.Column) ? found.Where(l => l.Length > 0).OrderBy(l => double.Parse(l, CultureInfo.InvariantCulture)).ToList()
            : found.Where(l => l.Length > 0).Order(StringComparer.Ordinal).ToList();
        if (found.Contains(""))
        {
            labels.Add("");
        }

        return labels;
    }

    private static string LabelOf(CrossTabAxis axis, NaiveRow row)
    {
        if (axis.Column == "day")
        {
            return Day(row);
        }

        if (!Numeric.Contains(axis.Column))
        {
            return row.Labels.GetValueOrDefault(axis.Column, "");
        }

        return !row.Numbers.TryGetValue(axis.Column, out var number) ? ""
            : axis.Bands is { } bands ? bands.Label(bands.IndexOf(number))
            : number.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Day(NaiveRow row) => row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
