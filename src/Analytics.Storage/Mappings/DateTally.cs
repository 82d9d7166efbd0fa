namespace Analytics.Storage.Mappings;

/// <summary>
/// How often each day and month was read by each format: what tells whether day and month are swapped in part of a column.
/// </summary>
internal sealed class DateTally(DateFormat[] formats)
{
    private const int Cells = 13 * 32;
    private readonly long[] _counts = new long[formats.Length * Cells];

    /// <summary>The cell of a date in the tally.</summary>
    public static int Mark(int format, DateTime date) => (format * Cells) + (date.Month * 32) + date.Day;

    public static int FormatOf(int mark) => mark / Cells;

    /// <summary>A tally that can be added to without changing this one.</summary>
    public DateTally Copy()
    {
        var copy = new DateTally(formats);
        _counts.CopyTo(copy._counts, 0);
        return copy;
    }

    public void Add(int mark, long count)
    {
        if (mark >= 0) _counts[mark] += count;
    }

    /// <summary>
    /// Evidence that day and month were swapped when part of the column was written: two formats of opposite order both in use, or one
    /// format under which days beyond 12 occur in a few months only while days up to 12 occur in months beyond those.
    /// </summary>
    /// <returns>Rows concerned and the evidence, or null.</returns>
    public (long Rows, string Evidence)? Swapped()
    {
        var used = Enumerable.Range(0, formats.Length).Where(f => formats[f].IsNumeric && Sum(f, 1, 12, 1, 31) > 0).ToArray();
        var dayFirst = used.Where(f => formats[f].IsDayFirst).ToArray();
        var monthFirst = used.Where(f => !formats[f].IsDayFirst).ToArray();
        if (dayFirst.Length > 0 && monthFirst.Length > 0 && formats[dayFirst[0]].Pattern[0] != 'y' && formats[monthFirst[0]].Pattern[0] != 'y')
        {
            var (days, months) = (Total(dayFirst), Total(monthFirst));
            return (Math.Min(days, months), $"{days} dates were read with the day first ({formats[dayFirst[0]].Pattern}), {months} with the month first ({formats[monthFirst[0]].Pattern})");
        }

        return used.Length == 1 ? SwappedWithin(used[0]) : null;
    }

    private (long Rows, string Evidence)? SwappedWithin(int format)
    {
        var sure = Enumerable.Range(1, 12).Where(m => Sum(format, m, m, 13, 31) > 0).ToArray();
        if (sure.Length is 0 or > 9) return null;
        long rows = 0;
        foreach (var month in Enumerable.Range(1, 12).Except(sure))
        {
            rows += sure.Where(day => day <= 12).Sum(day => _counts[(format * Cells) + (month * 32) + day]);
        }

        if (rows == 0 || rows < Sum(format, 1, 12, 1, 31) / 1000) return null;
        return (rows, $"days beyond 12 occur only in the months {string.Join(", ", sure)}, yet {rows} dates of other months would fall into these with day and month exchanged");
    }

    private long Total(int[] used) => used.Sum(f => Sum(f, 1, 12, 1, 31));

    private long Sum(int format, int fromMonth, int toMonth, int fromDay, int toDay)
    {
        long sum = 0;
        for (var month = fromMonth; month <= toMonth; month++)
        {
            for (var day = fromDay; day <= toDay; day++)
            {
                sum += _counts[(format * Cells) + (month * 32) + day];
            }
        }

        return sum;
    }
}
