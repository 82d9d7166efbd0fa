namespace Analytics.Reporting.Workbook;

/// <summary>Where a sheet's printed pages end, so that no drawing and no table that fits on a page is cut.</summary>
internal static class PageBreaks
{
    /// <summary>The last row of every page but the last.</summary>
    /// <param name="lastRow">Last printed row.</param>
    /// <param name="height">Height of a row in points.</param>
    /// <param name="blocks">Rows that stay together, inclusive; one taller than a page is cut all the same.</param>
    /// <param name="page">Height the first page holds, in points.</param>
    /// <param name="repeated">Height of the rows repeated on every page that begins below <paramref name="repeatedTo"/>.</param>
    /// <param name="repeatedTo">Last row of those repeated.</param>
    public static IReadOnlyList<int> Plan(
        int lastRow, Func<int, double> height, IReadOnlyList<(int First, int Last)> blocks, double page, double repeated, int repeatedTo)
    {
        var ends = new List<int>();
        for (var start = 1; start <= lastRow;)
        {
            var (row, left) = (start, page - (start > repeatedTo ? repeated : 0));
            while (row <= lastRow && (left -= height(row)) >= 0)
            {
                row++;
            }

            if (row > lastRow)
            {
                break;
            }

            start = Math.Max(Begin(row, start, blocks), start + 1);
            if (start <= lastRow)
            {
                ends.Add(start - 1);
            }
        }

        return ends;
    }

    /// <summary>Where the next page begins: the row that no longer fits, or the first of the blocks that hold it.</summary>
    private static int Begin(int row, int start, IReadOnlyList<(int First, int Last)> blocks)
    {
        var begin = row;
        while (blocks.FirstOrDefault(b => b.First < begin && begin <= b.Last && b.First > start) is { First: > 0 } block)
        {
            begin = block.First;
        }

        return begin;
    }
}
