using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tests.Tables;

/// <summary>Seeded streams of blocks: dimensions d0…d3 whose labels grow from block to block, measures m0 (few values) and m1 (many).</summary>
internal static class RandomBlocks
{
    public static readonly int[] Sizes = [3, 11, 40, 7];

    public static DataWindow[] Of(Random random, int blocks, int rows, bool counted)
    {
        var labels = Sizes.Select((size, d) => new List<string> { "" }).ToArray();
        return Enumerable.Range(0, blocks).Select(b => Block(random, labels, random.Next(0, rows + 1), counted)).ToArray();
    }

    private static DataWindow Block(Random random, List<string>[] labels, int rows, bool counted)
    {
        var dimensions = new Dictionary<string, DimensionColumn>();
        for (var d = 0; d < labels.Length; d++)
        {
            var known = labels[d];
            while (known.Count <= Sizes[d] && (known.Count == 1 || random.Next(3) > 0))
            {
                known.Add($"{(char)('z' - (known.Count % 26))}{known.Count}");
            }

            var keys = Enumerable.Range(0, rows).Select(_ => (ushort)random.Next(0, known.Count)).ToArray();
            dimensions[$"d{d}"] = new DimensionColumn($"d{d}", keys, [.. known]);
        }

        var few = Enumerable.Range(0, rows).Select(_ => random.Next(5) == 0 ? double.NaN : random.Next(-3, 4) / 2.0).ToArray();
        var many = Enumerable.Range(0, rows).Select(_ => random.Next(9) == 0 ? double.NaN : Math.Round(random.NextDouble() * 100, 1)).ToArray();
        var counts = counted ? Enumerable.Range(0, rows).Select(_ => random.Next(1, 20)).ToArray() : null;
        return new DataWindow(rows, dimensions, new Dictionary<string, double[]> { ["m0"] = few, ["m1"] = many }, counts);
    }
}
