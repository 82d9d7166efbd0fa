using System.Globalization;
using Analytics.Core;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>Counts the rows of data windows by up to four axes.</summary>
public static class CrossTabulation
{
    /// <summary>Answers one question over a stream of blocks.</summary>
    public static CrossTab Count(IEnumerable<DataWindow> blocks, IReadOnlyList<Filter> where, IReadOnlyList<CrossTabAxis> by, string? sum = null) =>
        CountAll(blocks, [(where, by, sum)])[0];

    /// <summary>Answers all questions in one pass over the blocks.</summary>
    public static IReadOnlyList<CrossTab> CountAll(
        IEnumerable<DataWindow> blocks,
        IReadOnlyList<(IReadOnlyList<Filter> Where, IReadOnlyList<CrossTabAxis> By, string? Sum)> questions)
    {
        var cells = questions.Select(_ => new Dictionary<string, (object[] Key, long Count, double Sum)>()).ToArray();
        foreach (var block in blocks)
        {
            for (var q = 0; q < questions.Count; q++)
            {
                var (where, by, sum) = questions[q];
                var axes = by.Select(axis => Reader(block, axis)).ToArray();
                var filters = where.Select(filter => Test(block, filter)).ToArray();
                var measure = sum is null ? null : block.Measures.TryGetValue(sum, out var found) ? found : throw Unknown(block, sum);
                for (var row = 0; row < block.Rows; row++)
                {
                    if (!Array.TrueForAll(filters, filter => filter(row)))
                    {
                        continue;
                    }

                    var key = Array.ConvertAll(axes, axis => axis(row));
                    var count = block.Counts?[row] ?? 1L;
                    var text = string.Join('\u0001', key);
                    var cell = cells[q].GetValueOrDefault(text, (key, 0L, 0.0));
                    var add = measure is null || double.IsNaN(measure[row]) ? 0 : measure[row] * count;
                    cells[q][text] = (key, cell.Item2 + count, cell.Item3 + add);
                }
            }
        }

        return questions.Select((question, q) => Table(question.By, question.Sum, cells[q].Values)).ToArray();
    }

    private static CrossTab Table(IReadOnlyList<CrossTabAxis> by, string? sum, IReadOnlyCollection<(object[] Key, long Count, double Sum)> cells)
    {
        var labels = by.Select((axis, a) => Labels(axis, cells.Select(cell => cell.Key[a]).Distinct().ToArray())).ToArray();
        var size = labels.Aggregate(1, (product, axis) => product * axis.Length);
        var tab = new CrossTab(
            labels.Select(axis => (IReadOnlyList<string>)axis.Select(Text).ToArray()).ToArray(),
            new long[size],
            sum is null ? null : new double[size]);
        foreach (var (key, count, value) in cells)
        {
            var offset = tab.Offset(key.Select((k, a) => Array.IndexOf(labels[a], k)).ToArray());
            tab.Counts[offset] += count;
            if (tab.Sums is not null)
            {
                tab.Sums[offset] += value;
            }
        }

        return tab;
    }

    private static object[] Labels(CrossTabAxis axis, object[] present)
    {
        var known = axis.Bands is { } bands
            ? Enumerable.Range(0, bands.Count).Select(band => (object)bands.Label(band))
            : present.Where(value => !value.Equals("")).Order(Comparer<object>.Create(Compare));
        return [.. known, .. present.Where(value => value.Equals(""))];
    }

    private static int Compare(object? x, object? y) => x is double a && y is double b ? a.CompareTo(b) : string.CompareOrdinal((string)x!, (string)y!);

    private static string Text(object label) => label is double number ? number.ToString(CultureInfo.InvariantCulture) : (string)label;

    private static Func<int, object> Reader(DataWindow block, CrossTabAxis axis)
    {
        if (block.Dimensions.TryGetValue(axis.Column, out var dimension))
        {
            return row => dimension.Labels[dimension.Keys[row]];
        }

        if (!block.Measures.TryGetValue(axis.Column, out var values))
        {
            throw Unknown(block, axis.Column);
        }

        return axis.Bands is { } bands
            ? row => bands.Label(bands.IndexOf(values[row]))
            : row => double.IsNaN(values[row]) ? "" : values[row];
    }

    private static Func<int, bool> Test(DataWindow block, Filter filter) =>
        block.Dimensions.TryGetValue(filter.Column, out var dimension) ? row => filter.Values.Contains(dimension.Labels[dimension.Keys[row]])
        : block.Measures.TryGetValue(filter.Column, out var values) ? row => filter.Values.Contains(Text(double.IsNaN(values[row]) ? "" : values[row]))
        : _ => false;

    private static AnalyticsException Unknown(DataWindow block, string column) => new(
        "AN4002",
        $"There is no column '{column}'.",
        $"Use one of: {string.Join(", ", block.Dimensions.Keys.Concat(block.Measures.Keys).Order(StringComparer.Ordinal))}.");
}
