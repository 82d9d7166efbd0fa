using System.Globalization;
using System.Runtime.CompilerServices;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>The rows of the current block that pass some filters, with the columns the questions over them need.</summary>
internal sealed class FilteredBlock(IReadOnlyList<Filter> filters)
{
    private readonly Dictionary<string, AxisColumn> _axes = [];
    private readonly Dictionary<string, MeasureColumn> _measures = [];
    private int[] _rows = [];
    private int[] _countsBuffer = [];

    public IReadOnlyList<Filter> Filters { get; } = filters;

    /// <summary>Number of rows that pass.</summary>
    public int Count { get; private set; }

    /// <summary>Count per passing row, or null where every row stands for one.</summary>
    public int[]? Counts { get; private set; }

    /// <summary>The one column for an axis that all questions share.</summary>
    public AxisColumn Axis(CrossTabAxis axis)
    {
        var bands = axis.Bands is { } cut ? string.Join(' ', cut.Edges.Select(edge => edge.ToString(CultureInfo.InvariantCulture))) + cut.RightClosed : "";
        var key = $"{axis.Column}|{bands}";
        return _axes.TryGetValue(key, out var known) ? known : _axes[key] = new AxisColumn(axis);
    }

    /// <summary>The one column for a measure that all questions share.</summary>
    public MeasureColumn Measure(string name) => _measures.TryGetValue(name, out var known) ? known : _measures[name] = new MeasureColumn(name);

    /// <summary>Finds the passing rows of a block.</summary>
    public void Select(DataWindow block)
    {
        Count = block.Rows;
        if (Filters.Count == 0)
        {
            return;
        }

        if (_rows.Length < block.Rows)
        {
            _rows = new int[block.Rows];
        }

        for (var f = 0; f < Filters.Count; f++)
        {
            Count = Keep(block, Filters[f], first: f == 0);
        }
    }

    /// <summary>What is left to do before the kernels run: one independent piece per column.</summary>
    public IEnumerable<Action> Loads(DataWindow block)
    {
        yield return () => Counts = block.Counts is { } counts ? Gather(counts, ref _countsBuffer) : null;
        foreach (var axis in _axes.Values)
        {
            yield return () => axis.Load(block, this);
        }

        foreach (var measure in _measures.Values)
        {
            yield return () => measure.Load(block, this);
        }
    }

    /// <summary>A column of the passing rows: itself where no filter is set, else copied into the buffer, which grows as needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public T[] Gather<T>(T[] column, ref T[] buffer)
    {
        if (Filters.Count == 0)
        {
            return column;
        }

        if (buffer.Length < Count)
        {
            buffer = new T[Math.Max(Count, _rows.Length)];
        }

        var rows = _rows.AsSpan(0, Count);
        var target = buffer.AsSpan(0, Count);
        for (var i = 0; i < rows.Length; i++)
        {
            target[i] = column[rows[i]];
        }

        return buffer;
    }

    private int Keep(DataWindow block, Filter filter, bool first)
    {
        if (block.Dimensions.TryGetValue(filter.Column, out var dimension))
        {
            var allowed = new byte[dimension.Labels.Count];
            for (var k = 0; k < allowed.Length; k++)
            {
                allowed[k] = (byte)(filter.Values.Contains(dimension.Labels[k]) ? 1 : 0);
            }

            return KeepKeys(BlockCheck.Keys(block, dimension), allowed, first);
        }

        return block.Measures.ContainsKey(filter.Column) ? KeepNumbers(BlockCheck.Values(block, filter.Column), filter.Values, first) : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int KeepKeys(ushort[] keys, byte[] allowed, bool first)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            // Every row is written and the position moves only when it passes: no branch to mispredict.
            var row = first ? i : _rows[i];
            _rows[kept] = row;
            kept += allowed[keys[row]];
        }

        return kept;
    }

    private int KeepNumbers(double[] values, IReadOnlyList<string> wanted, bool first)
    {
        var numbers = wanted.Select(text => text.Length == 0 ? double.NaN
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : (double?)null).OfType<double>().ToHashSet();
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            var row = first ? i : _rows[i];
            _rows[kept] = row;
            kept += numbers.Contains(values[row]) ? 1 : 0;
        }

        return kept;
    }
}
