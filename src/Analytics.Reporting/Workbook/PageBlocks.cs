namespace Analytics.Reporting.Workbook;

/// <summary>What of a sheet belongs together on paper: tables with their headings, and whatever else must not be cut.</summary>
internal sealed class PageBlocks
{
    private const int HeadingRows = 3;
    private readonly SortedSet<int> _starts = [];
    private readonly List<int> _heads = [];
    private readonly List<(int First, int Last)> _whole = [];

    /// <summary>Whether the sheet is one table and nothing else: it may break after any row, so no break need be planned.</summary>
    public bool IsOneTable => _starts.Count <= 1 && _whole.Count == 0;

    /// <summary>A table's heading stands in this row.</summary>
    public void Start(int row) => _starts.Add(row);

    /// <summary>Column heads stand in this row; they begin a table where no heading stands just above.</summary>
    public void Head(int row)
    {
        if (!_starts.Any(s => s <= row && s >= row - HeadingRows))
        {
            _starts.Add(row);
        }

        _heads.Add(row);
    }

    /// <summary>These rows stay together: a drawing, rows of one thing.</summary>
    public void Keep(int first, int last) => _whole.Add((first, last));

    /// <summary>The blocks of a sheet, and the one row of heads to repeat where a single table is longer than a page.</summary>
    /// <param name="lastRow">Last printed row.</param>
    /// <param name="height">Height of rows, first to last, in points.</param>
    /// <param name="page">Height a page holds, in points.</param>
    public (IReadOnlyList<(int First, int Last)> Blocks, int? LongHead) Of(int lastRow, Func<int, int, double> height, double page)
    {
        var blocks = new List<(int First, int Last)>(_whole);
        var longHeads = new List<int>();
        int[] starts = [.. _starts, lastRow + 1];
        for (var i = 0; i < starts.Length - 1; i++)
        {
            var first = starts[i];
            var head = _heads.Find(h => h >= first && h < starts[i + 1]);
            var last = _whole.Where(w => head > 0 && w.First > head).Select(w => w.First).Append(starts[i + 1]).Min() - 1;
            if (height(first, last - 1) <= page)
            {
                blocks.Add((first, last));
                continue;
            }

            longHeads.Add(head);
            blocks.Add((first, Math.Min(last, Math.Max(head, first) + 3)));
            blocks.Add((Math.Max(first, last - 3), last));
        }

        return (blocks, longHeads is [> 0 and var only] ? only : null);
    }
}
