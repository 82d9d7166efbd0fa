using System.Globalization;
using Analytics.Core.CrossTabs;

namespace Analytics.Pipeline.Study;

/// <summary>Handling times of closed cases and ages of open ones, in hours, as the Kaplan–Meier estimate wants them.</summary>
internal sealed class Durations
{
    private readonly SortedDictionary<double, (long Closed, long Open)> _cases = [];

    /// <summary>Cases closed.</summary>
    public long Closed { get; private set; }

    /// <summary>Cases, open and closed.</summary>
    public long Cases { get; private set; }

    /// <summary>Times in hours, ascending.</summary>
    public double[] Times => [.. _cases.Keys];

    /// <summary>Cases closed after each time.</summary>
    public long[] Events => [.. _cases.Values.Select(v => v.Closed)];

    /// <summary>Cases open at each age.</summary>
    public long[] Censored => [.. _cases.Values.Select(v => v.Open)];

    /// <param name="closed">Counts by <c>handling_hours</c>, every value a label; the empty label is not closed.</param>
    /// <param name="open">Counts by <c>open_hours</c> and whether handling hours are known; the empty label of the second axis is not closed.</param>
    public static Durations Of(CrossTab closed, CrossTab open)
    {
        var durations = new Durations();
        for (var i = 0; i < closed.Labels[0].Count; i++)
        {
            durations.Add(closed.Labels[0][i], closed.Counts[i], 0);
        }

        var missing = open.Find(1, "");
        for (var i = 0; missing >= 0 && i < open.Labels[0].Count; i++)
        {
            durations.Add(open.Labels[0][i], 0, open.Count(i, missing));
        }

        return durations;
    }

    /// <summary>Several periods taken together.</summary>
    public static Durations Pool(IEnumerable<Durations> parts)
    {
        var pooled = new Durations();
        foreach (var (hours, (closed, open)) in parts.SelectMany(p => p._cases))
        {
            pooled.Add(hours, closed, open);
        }

        return pooled;
    }

    private void Add(string label, long closed, long open)
    {
        if (label.Length > 0)
        {
            Add(double.Parse(label, CultureInfo.InvariantCulture), closed, open);
        }
    }

    private void Add(double hours, long closed, long open)
    {
        var before = _cases.GetValueOrDefault(hours);
        _cases[hours] = (before.Closed + closed, before.Open + open);
        Closed += closed;
        Cases += closed + open;
    }
}
