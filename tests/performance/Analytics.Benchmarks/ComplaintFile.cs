using System.Globalization;
using System.IO.Compression;
using Analytics.Core.CrossTabs;

namespace Analytics.Benchmarks;

/// <summary>The counted complaint file, loaded into one window; blanks are missing.</summary>
internal static class ComplaintFile
{
    public static DataWindow Load(string path, IReadOnlyList<string> columns, string countColumn)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = Fields(text.ReadLine()!).ToList();
        var builders = columns.Select(_ => new ColumnBuilder()).ToArray();
        var at = columns.Select(name => header.IndexOf(name)).ToArray();
        var countAt = header.IndexOf(countColumn);
        var counts = new List<int>();
        while (text.ReadLine() is { } line)
        {
            var fields = Fields(line);
            for (var c = 0; c < at.Length; c++)
            {
                builders[c].Add(fields[at[c]].Trim());
            }

            counts.Add(int.Parse(fields[countAt], CultureInfo.InvariantCulture));
        }

        var dimensions = columns.Zip(builders, (name, builder) => builder.Build(name)).ToDictionary(column => column.Name);
        return new DataWindow(counts.Count, dimensions, new Dictionary<string, double[]>(), [.. counts]);
    }

    // Quoted fields hold commas in this file, never quotes or line ends.
    private static string[] Fields(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var fields = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (i == line.Length || (line[i] == ',' && !quoted))
            {
                fields.Add(line[start..i].Trim('"'));
                start = i + 1;
            }
        }

        return [.. fields];
    }

    private sealed class ColumnBuilder
    {
        private readonly Dictionary<string, ushort> _keys = new() { [""] = 0 };
        private readonly List<string> _labels = [""];
        private readonly List<ushort> _column = [];

        public void Add(string label)
        {
            if (!_keys.TryGetValue(label, out var key))
            {
                key = checked((ushort)_labels.Count);
                _keys.Add(label, key);
                _labels.Add(label);
            }

            _column.Add(key);
        }

        public DimensionColumn Build(string name) => new(name, [.. _column], [.. _labels]);
    }
}
