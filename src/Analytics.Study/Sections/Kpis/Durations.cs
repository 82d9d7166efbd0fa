using Analytics.Core.CrossTabs;

namespace Analytics.Study.Sections.Kpis;

/// <summary>Handling times of closed cases and ages of open ones, in hours, as the Kaplan–Meier estimate wants them.</summary>
internal sealed class Durations
{
    private readonly Lazy<Case[]> _cases;

    /// <summary>No case.</summary>
    public Durations()
        : this(() => [], 0, 0)
    {
    }

    // pooled periods are sorted when asked: most measures of a pool never look at its durations
    private Durations(Func<Case[]> cases, long closed, long all)
    {
        _cases = new Lazy<Case[]>(cases);
        Closed = closed;
        Cases = all;
    }

    /// <summary>Cases closed.</summary>
    public long Closed { get; }

    /// <summary>Cases, open and closed.</summary>
    public long Cases { get; }

    /// <summary>Times in hours, ascending; one that is both a handling time and an age may stand twice.</summary>
    public double[] Times => Array.ConvertAll(_cases.Value, c => c.Hours);

    /// <summary>Cases closed after each time.</summary>
    public long[] Events => Array.ConvertAll(_cases.Value, c => c.Closed);

    /// <summary>Cases open at each age.</summary>
    public long[] Censored => Array.ConvertAll(_cases.Value, c => c.Open);

    /// <param name="closed">Counts by <c>handling_hours</c>, every value a number; the missing one is not closed.</param>
    /// <param name="open">Counts by <c>open_hours</c> and whether handling hours are known; the empty label of the second axis is not closed.</param>
    public static Durations Of(CrossTab closed, CrossTab open)
    {
        var cases = new List<Case>(closed.Labels[0].Count);
        for (var i = 0; i < closed.Labels[0].Count; i++)
        {
            Add(cases, closed.Number(0, i), closed.Counts[i], 0);
        }

        var missing = open.Find(1, "");
        for (var i = 0; missing >= 0 && i < open.Labels[0].Count; i++)
        {
            Add(cases, open.Number(0, i), 0, open.Count(i, missing));
        }

        return new Durations(() => Sorted(cases), cases.Sum(c => c.Closed), cases.Sum(c => c.Closed + c.Open));
    }

    /// <summary>Several periods taken together.</summary>
    public static Durations Pool(IEnumerable<Durations> parts)
    {
        Durations[] all = [.. parts];
        return new Durations(() => Sorted(all.SelectMany(p => p._cases.Value)), all.Sum(p => p.Closed), all.Sum(p => p.Cases));
    }

    private static void Add(List<Case> cases, double hours, long closed, long open)
    {
        if (!double.IsNaN(hours) && closed + open > 0)
        {
            cases.Add(new Case(hours, closed, open));
        }
    }

    private static Case[] Sorted(IEnumerable<Case> cases)
    {
        Case[] sorted = [.. cases];
        Array.Sort(Array.ConvertAll(sorted, c => c.Hours), sorted);
        return sorted;
    }

    private readonly record struct Case(double Hours, long Closed, long Open);
}
