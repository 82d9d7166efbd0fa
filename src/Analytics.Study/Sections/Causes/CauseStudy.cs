using Analytics.Core.Reports;
using Analytics.Study.Masking;

namespace Analytics.Study.Sections.Causes;

/// <summary>The tree of categories and causes with counts, change and shares; the fishbone draws the same nodes.</summary>
internal static class CauseStudy
{
    /// <summary>Categories, largest first, then unknown, then the merged rest; empty where even categories must be withheld.</summary>
    public static IReadOnlyList<CauseNode> Tree(CauseCounts counts, double level)
    {
        var (now, before) = (counts.Current, counts.Previous);
        if (now.CategoriesWithheld)
        {
            return [];
        }

        var table = now.Table;
        var nodes = Enumerable.Range(0, table.Categories.Count).Select(c => new Part(
            table.Categories[c],
            table.CategoryTotal(c),
            now.CategoryHidden[c],
            before.Table.CategoryTotal(c),
            before.CategoryHidden[c],
            now.CategoryHidden[c] ? [] : Children(counts, c, level)));
        return Nodes(counts, [.. nodes], level);
    }

    private static List<CauseNode> Children(CauseCounts counts, int category, double level)
    {
        var (now, before) = (counts.Current, counts.Previous);
        var parts = Enumerable.Range(0, now.Table.Causes.Count)
            .Select(
                x =>
                    new Part(
                        now.Table.Causes[x],
                        now.Table.Counts[category, x],
                        now.CellHidden[category, x],
                        before.Table.Counts[category, x],
                        before.CellHidden[category, x],
                        []))
            .Where(p => p.Now > 0 || p.Before > 0)
            .ToArray();
        return now.CausesWithheld || !parts.Any(p => p.Label.Length > 0 && !p.Hidden) ? [] : Nodes(counts, parts, level);
    }

    private static List<CauseNode> Nodes(CauseCounts counts, Part[] parts, double level)
    {
        var total = counts.Current.Table.Total;
        var shown = parts.Where(p => !p.Hidden)
            .OrderBy(p => p.Label.Length == 0).ThenByDescending(p => p.Now).ThenBy(p => p.Label, StringComparer.Ordinal).ToArray();
        var hidden = parts.Where(p => p.Hidden && p.Now + p.Before > 0).ToArray();
        var nodes = shown.Select(p => Node(counts, p.Label, p.Now, counts.Before(p.Before, p.BeforeHidden), total, level, p.Children)).ToList();
        if (hidden.Length > 0)
        {
            // the rest's previous count is told only where it follows from the others anyway
            var before = counts.Before(hidden.Sum(p => p.Before), nodes.Any(n => n.Previous.State == FigureState.Suppressed));
            nodes.Add(Node(counts, null, hidden.Sum(p => p.Now), before, total, level, []));
        }

        return nodes;
    }

    private static CauseNode Node(CauseCounts counts, string? label, long now, Figure before, long total, double level, IReadOnlyList<CauseNode> children)
    {
        var figure = FigureMath.Count(now);
        return new CauseNode(label, figure, before, counts.Change(figure, before, level), FigureMath.Share(now, total, level), children);
    }

    private sealed record Part(string Label, long Now, bool Hidden, long Before, bool BeforeHidden, IReadOnlyList<CauseNode> Children);
}
