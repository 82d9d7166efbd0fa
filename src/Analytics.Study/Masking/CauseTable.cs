using Analytics.Core.CrossTabs;

namespace Analytics.Study.Masking;

/// <summary>Counts by category and cause.</summary>
/// <param name="Categories">Category labels; the empty one is unknown.</param>
/// <param name="Causes">Cause labels; the empty one is unknown.</param>
/// <param name="Counts">Counts by category, then cause.</param>
internal sealed record CauseTable(IReadOnlyList<string> Categories, IReadOnlyList<string> Causes, long[,] Counts)
{
    /// <summary>The first two axes of a cross-tab, summed over the third where there is one, or over the labels of it that are kept.</summary>
    public static CauseTable Of(CrossTab tab, Func<string, bool>? keep = null)
    {
        var (rows, columns) = (tab.Labels[0].Count, tab.Labels[1].Count);
        var depth = tab.Labels.Count > 2 ? tab.Labels[2].Count : 1;
        var counts = new long[rows, columns];
        for (var i = 0; i < tab.Counts.Length; i++)
        {
            if (keep is null || keep(tab.Labels[2][i % depth]))
            {
                counts[i / depth / columns, i / depth % columns] += tab.Counts[i];
            }
        }

        return new CauseTable(tab.Labels[0], tab.Labels[1], counts);
    }

    /// <summary>All counts added.</summary>
    public long Total { get; } = Counts.Cast<long>().Sum();

    /// <summary>Total of a category.</summary>
    public long CategoryTotal(int category) => Enumerable.Range(0, Causes.Count).Sum(x => Counts[category, x]);

    /// <summary>Total of a cause over all categories.</summary>
    public long CauseTotal(int cause) => Enumerable.Range(0, Categories.Count).Sum(c => Counts[c, cause]);

    /// <summary>Whether any category but "unknown" occurs.</summary>
    public bool HasCategories => Categories.Any(c => c.Length > 0);

    /// <summary>Whether any cause but "unknown" occurs.</summary>
    public bool HasCauses => Causes.Any(c => c.Length > 0);

    /// <summary>The same counts over other, wider lists of labels; labels that are missing there are lost, so they must all be in.</summary>
    public CauseTable Over(IReadOnlyList<string> categories, IReadOnlyList<string> causes)
    {
        var rows = Positions(categories);
        var columns = Positions(causes);
        var counts = new long[categories.Count, causes.Count];
        for (var c = 0; c < Categories.Count; c++)
        {
            for (var x = 0; x < Causes.Count; x++)
            {
                counts[rows[Categories[c]], columns[Causes[x]]] = Counts[c, x];
            }
        }

        return new CauseTable(categories, causes, counts);
    }

    private static Dictionary<string, int> Positions(IReadOnlyList<string> labels) =>
        labels.Select((label, i) => (label, i)).ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
}
