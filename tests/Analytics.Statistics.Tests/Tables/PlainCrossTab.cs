using System.Globalization;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tests.Tables;

/// <summary>The cross-tab as its definition reads: one dictionary, one row at a time, labels as text.</summary>
internal static class PlainCrossTab
{
    public static CrossTab Count(IEnumerable<DataWindow> blocks, IReadOnlyList<Filter> where, IReadOnlyList<CrossTabAxis> by, string? sum)
    {
        var cells = new Dictionary<string, (string[] Labels, long Count, double Sum)>();
        foreach (var block in blocks)
        {
            for (var row = 0; row < block.Rows; row++)
            {
                if (!where.All(filter => Has(block, filter.Column) && filter.Values.Contains(Label(block, new CrossTabAxis(filter.Column), row))))
                {
                    continue;
                }

                var labels = by.Select(axis => Label(block, axis, row)).ToArray();
                var key = string.Join('\n', labels);
                var old = cells.GetValueOrDefault(key, (labels, 0, 0));
                long count = block.Counts?[row] ?? 1;
                var value = sum is null || double.IsNaN(block.Measures[sum][row]) ? 0 : block.Measures[sum][row] * count;
                cells[key] = (labels, old.Item2 + count, old.Item3 + value);
            }
        }

        return Table(by, sum, cells.Values.Where(cell => cell.Count != 0).ToArray());
    }

    private static CrossTab Table(IReadOnlyList<CrossTabAxis> by, string? sum, (string[] Labels, long Count, double Sum)[] cells)
    {
        var labels = by.Select((axis, a) => Axis(axis, cells.Select(cell => cell.Labels[a]).Distinct().ToArray())).ToArray();
        var size = labels.Aggregate(1, (product, axis) => product * axis.Count);
        var table = new CrossTab(labels, new long[size], sum is null ? null : new double[size]);
        foreach (var cell in cells)
        {
            var offset = table.Offset(cell.Labels.Select((label, a) => labels[a].ToList().IndexOf(label)).ToArray());
            table.Counts[offset] = cell.Count;
            if (table.Sums is not null)
            {
                table.Sums[offset] = cell.Sum;
            }
        }

        return table;
    }

    private static IReadOnlyList<string> Axis(CrossTabAxis axis, string[] present)
    {
        string[] missing = present.Contains("") ? [""] : [];
        var known = present.Where(label => label.Length > 0);
        return axis.Bands is { } bands ? [.. Enumerable.Range(0, bands.Count).Select(bands.Label), .. missing]
            : axis.Column.StartsWith('m') ? [.. known.OrderBy(label => double.Parse(label, CultureInfo.InvariantCulture)), .. missing]
            : [.. known.Order(StringComparer.Ordinal), .. missing];
    }

    private static bool Has(DataWindow block, string column) => block.Dimensions.ContainsKey(column) || block.Measures.ContainsKey(column);

    private static string Label(DataWindow block, CrossTabAxis axis, int row)
    {
        if (block.Dimensions.TryGetValue(axis.Column, out var dimension))
        {
            return dimension.Labels[dimension.Keys[row]];
        }

        var value = block.Measures[axis.Column][row];
        return double.IsNaN(value) ? "" : axis.Bands is { } bands ? bands.Label(bands.IndexOf(value)) : value.ToString(CultureInfo.InvariantCulture);
    }
}
