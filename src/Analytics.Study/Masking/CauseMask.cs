using Analytics.Statistics.Disclosure;

namespace Analytics.Study.Masking;

/// <summary>
/// What is hidden of a table of categories and causes, decided in one go: a category is the sum of its causes, and a cause may occur in
/// several categories, so neither list may be masked without the other. Hidden causes appear merged, never fewer than two together.
/// </summary>
internal sealed class CauseMask
{
    private CauseMask(CauseTable table, bool[] categories, bool[] causes, bool[,] cells, bool categoriesWithheld, bool causesWithheld)
    {
        Table = table;
        CategoryHidden = categories;
        CauseHidden = causes;
        CellHidden = cells;
        CategoriesWithheld = categoriesWithheld;
        CausesWithheld = causesWithheld;
    }

    /// <summary>The counts.</summary>
    public CauseTable Table { get; }

    /// <summary>True where a category's total is hidden.</summary>
    public IReadOnlyList<bool> CategoryHidden { get; }

    /// <summary>True where a cause's total over all categories is hidden.</summary>
    public IReadOnlyList<bool> CauseHidden { get; }

    /// <summary>True where the count of a cause within a category is hidden; so are all cells of a hidden category or cause.</summary>
    public bool[,] CellHidden { get; }

    /// <summary>Whether nothing by category may be published.</summary>
    public bool CategoriesWithheld { get; }

    /// <summary>Whether nothing by cause may be published.</summary>
    public bool CausesWithheld { get; }

    /// <summary>Decides what to hide.</summary>
    /// <param name="table">Counts.</param>
    /// <param name="minimumCell">Counts of 1…k−1 are hidden.</param>
    /// <param name="also">What a wider measure hides already: everything it hides stays hidden here. Same labels, same order.</param>
    public static CauseMask Decide(CauseTable table, int minimumCell, CauseMask? also = null)
    {
        if (also is not { CausesWithheld: true } && Together(table, minimumCell, also) is { } mask)
        {
            return mask;
        }

        // causes cannot be protected: categories alone, then nothing
        var single = new SuppressionRule(minimumCell);
        var categories = also is { CategoriesWithheld: true }
            ? null
            : single.Line([.. Enumerable.Range(0, table.Categories.Count).Select(table.CategoryTotal)]);
        var allCells = new bool[table.Categories.Count, table.Causes.Count];
        Fill(allCells);
        return new CauseMask(
            table,
            [.. Enumerable.Range(0, table.Categories.Count).Select(c => categories is null || categories[c] || also is not null && also.CategoryHidden[c])],
            [.. table.Causes.Select(_ => true)],
            allCells,
            categories is null,
            causesWithheld: true);
    }

    private static CauseMask? Together(CauseTable table, int minimumCell, CauseMask? also)
    {
        var (categories, causes) = (table.Categories.Count, table.Causes.Count);
        var sums = new PublishedSums(minimumCell);
        var cells = new int[categories, causes];
        var occupied = new List<(int Category, int Cause)>();
        for (var c = 0; c < categories; c++)
        {
            for (var x = 0; x < causes; x++)
            {
                cells[c, x] = -1;
                if (table.Counts[c, x] > 0)
                {
                    cells[c, x] = also is not null && also.CellHidden[c, x] ? sums.AddHidden(table.Counts[c, x]) : sums.Add(table.Counts[c, x]);
                    occupied.Add((c, x));
                }
            }
        }

        var categoryCells = occupied.GroupBy(o => o.Category)
            .ToDictionary(
                g => g.Key,
                g => Line(sums, [.. g.Select(o => cells[o.Category, o.Cause])], table.CategoryTotal(g.Key), also?.CategoryHidden[g.Key] ?? false, true));
        var causeCells = occupied.GroupBy(o => o.Cause)
            .ToDictionary(
                g => g.Key, g => Line(sums, [.. g.Select(o => cells[o.Category, o.Cause])], table.CauseTotal(g.Key), also?.CauseHidden[g.Key] ?? false, false));
        var whole = sums.AddKnown(table.Total);
        sums.Tie(whole, categoryCells.Values);
        sums.Tie(whole, causeCells.Values);
        return sums.Protect() is { } hidden ? Read(table, hidden, cells, categoryCells, causeCells) : null;
    }

    /// <summary>The count of a line's sum: its only part where it has one, so that the two are shown or hidden alike.</summary>
    private static int Line(PublishedSums sums, int[] parts, long total, bool alreadyHidden, bool closable)
    {
        if (parts.Length == 1 && !alreadyHidden)
        {
            return parts[0];
        }

        var line = alreadyHidden ? sums.AddHidden(total) : sums.Add(total);
        sums.Tie(line, parts, closable);
        return line;
    }

    private static CauseMask Read(CauseTable table, bool[] hidden, int[,] cells, Dictionary<int, int> categoryCells, Dictionary<int, int> causeCells)
    {
        bool[] byCategory = [.. Enumerable.Range(0, table.Categories.Count).Select(c => categoryCells.TryGetValue(c, out var cell) && hidden[cell])];
        bool[] byCause = [.. Enumerable.Range(0, table.Causes.Count).Select(x => causeCells.TryGetValue(x, out var cell) && hidden[cell])];
        var byCell = new bool[byCategory.Length, byCause.Length];
        for (var c = 0; c < byCategory.Length; c++)
        {
            for (var x = 0; x < byCause.Length; x++)
            {
                byCell[c, x] = byCategory[c] || byCause[x] || (cells[c, x] >= 0 && hidden[cells[c, x]]);
            }
        }

        return new CauseMask(table, byCategory, byCause, byCell, false, false);
    }

    private static void Fill(bool[,] cells)
    {
        for (var c = 0; c < cells.GetLength(0); c++)
        {
            for (var x = 0; x < cells.GetLength(1); x++)
            {
                cells[c, x] = true;
            }
        }
    }
}
