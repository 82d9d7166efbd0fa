using System.Globalization;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>
/// An axis over a stream of blocks: a small integer key per passing row, 0 for missing. Labels of a dimension and bands fit 16 bits;
/// distinct numbers may not.
/// </summary>
internal sealed class AxisColumn(CrossTabAxis axis)
{
    private readonly Dictionary<double, int> _ids = [];
    private readonly List<double> _numbers = [];
    private IReadOnlyList<string>? _labels;
    private ushort[] _narrowBuffer = [];
    private int[] _wideBuffer = [];
    private double[] _valueBuffer = [];

    /// <summary>Key per passing row of the current block, or null where the keys are <see cref="Wide"/>.</summary>
    public ushort[]? Narrow { get; private set; }

    /// <summary>Key per passing row of the current block, or null where the keys are <see cref="Narrow"/>.</summary>
    public int[]? Wide { get; private set; }

    /// <summary>Number of keys seen in the stream so far, the missing one included.</summary>
    public int Size => axis.Bands is { } bands ? bands.Count + 1 : _labels?.Count ?? (_numbers.Count + 1);

    public void Load(DataWindow block, FilteredBlock rows)
    {
        if (axis.Bands is { } bands)
        {
            LoadBands(rows.Gather(BlockCheck.Values(block, axis.Column), ref _valueBuffer), rows.Count, bands);
        }
        else if (block.Dimensions.TryGetValue(axis.Column, out var dimension))
        {
            _labels = _labels is null || dimension.Labels.Count > _labels.Count ? dimension.Labels : _labels;
            Narrow = rows.Gather(BlockCheck.Keys(block, dimension), ref _narrowBuffer);
        }
        else if (block.Measures.ContainsKey(axis.Column))
        {
            LoadNumbers(rows.Gather(BlockCheck.Values(block, axis.Column), ref _valueBuffer), rows.Count);
        }
        else
        {
            throw BlockCheck.Unknown(block, axis.Column);
        }
    }

    /// <summary>The labels to show and where each key goes among them.</summary>
    /// <param name="used">Whether a key has a count; length <see cref="Size"/> or more.</param>
    /// <returns>Labels, and per key its position among them, −1 where it is left out.</returns>
    public (string[] Labels, int[] Position) Order(ReadOnlySpan<bool> used)
    {
        var keys = Enumerable.Range(1, Math.Max(0, Size - 1));
        var shown = new List<string>();
        var position = new int[used.Length];
        Array.Fill(position, -1);
        var present = used.ToArray();
        var texts = axis.Bands is { } bands ? keys.Select(key => (Key: key, Text: bands.Label(key - 1)))
            : _labels is { } labels
                ? keys.Where(key => present[key]).Select(key => (Key: key, Text: labels[key])).OrderBy(entry => entry.Text, StringComparer.Ordinal)
            : keys.Where(key => present[key]).OrderBy(key => _numbers[key - 1])
                .Select(key => (Key: key, Text: _numbers[key - 1].ToString(CultureInfo.InvariantCulture)));
        var missing = present.Length > 0 && present[0];
        foreach (var (key, text) in texts)
        {
            if (text.Length == 0)
            {
                missing = true; // a second key for the empty label counts as missing too
                continue;
            }

            if (shown.Count == 0 || shown[^1] != text)
            {
                shown.Add(text);
            }

            position[key] = shown.Count - 1;
        }

        return missing ? WithMissing(shown, position, present) : ([.. shown], position);
    }

    /// <summary>The number behind each label, NaN behind the missing one; null where the axis has bands or is a dimension.</summary>
    /// <param name="position">Per key its position among the labels, as <see cref="Order"/> gives it.</param>
    /// <param name="labels">Number of labels.</param>
    public double[]? Numbers(int[] position, int labels)
    {
        // an axis that no block was loaded into cannot be told from one of numbers; without a label it does not matter
        if (axis.Bands is not null || _labels is not null)
        {
            return null;
        }

        var numbers = new double[labels];
        Array.Fill(numbers, double.NaN);
        for (var key = 1; key < Size; key++)
        {
            if (position[key] >= 0)
            {
                numbers[position[key]] = _numbers[key - 1];
            }
        }

        return numbers;
    }

    private static (string[] Labels, int[] Position) WithMissing(List<string> shown, int[] position, bool[] used)
    {
        shown.Add("");
        for (var key = 0; key < position.Length; key++)
        {
            position[key] = used[key] && position[key] < 0 ? shown.Count - 1 : position[key];
        }

        return ([.. shown], position);
    }

    private void LoadBands(double[] values, int count, BandSet bands)
    {
        if (_narrowBuffer.Length < count)
        {
            _narrowBuffer = new ushort[values.Length];
        }

        BandKeys.Fill(values.AsSpan(0, count), bands, _narrowBuffer);
        Narrow = _narrowBuffer;
    }

    private void LoadNumbers(double[] values, int count)
    {
        if (_wideBuffer.Length < count)
        {
            _wideBuffer = new int[values.Length];
        }

        for (var i = 0; i < count; i++)
        {
            var value = values[i] + 0.0; // −0 and 0 are one number
            if (double.IsNaN(value))
            {
                _wideBuffer[i] = 0;
                continue;
            }

            if (!_ids.TryGetValue(value, out var id))
            {
                _numbers.Add(value);
                id = _numbers.Count;
                _ids.Add(value, id);
            }

            _wideBuffer[i] = id;
        }

        Wide = _wideBuffer;
    }
}
