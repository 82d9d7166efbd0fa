using Analytics.Core;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>The running count of one question.</summary>
internal sealed class CrossTabTally(FilteredBlock rows, AxisColumn[] axes, MeasureColumn? measure)
{
    /// <summary>Keys that could occur, multiplied over the axes: up to here cells lie in an array, beyond in a dictionary.</summary>
    private const long DenseCells = 1 << 22;

    /// <summary>Cells of a result; more than this no reader and no memory can hold.</summary>
    private const long LargestResult = 1 << 26;

    private readonly DenseCells _dense = new(measure is not null);
    private SparseCells? _sparse;

    /// <summary>The independent pieces of work the current block gives.</summary>
    public IEnumerable<Action> Parts()
    {
        if (rows.Count == 0)
        {
            yield break;
        }

        var size = Array.ConvertAll(axes, axis => axis.Size);
        if (_sparse is null && !_dense.Reserve(size, DenseCells))
        {
            _sparse = new SparseCells(axes.Length);
            _dense.ForEach(_sparse.Add);
        }

        if (_sparse is not null)
        {
            yield return () => _sparse.Add(axes, rows, measure);
            yield break;
        }

        var lanes = _dense.Lanes(rows.Count);
        for (var l = 0; l < lanes; l++)
        {
            var lane = l;
            var from = (int)((long)rows.Count * l / lanes);
            var to = (int)((long)rows.Count * (l + 1) / lanes);
            yield return () => _dense.Add(lane, from, to, axes, rows.Counts, measure?.Values);
        }
    }

    public CrossTab Result()
    {
        var used = Array.ConvertAll(axes, axis => new bool[axis.Size]);
        var keys = new List<int>();
        var totals = new List<(long Count, double Sum)>();
        CellVisitor visit = (key, count, sum) =>
        {
            for (var a = 0; a < used.Length; a++)
            {
                used[a][key[a]] = true;
            }

            keys.AddRange(key);
            totals.Add((count, sum));
        };
        if (_sparse is not null)
        {
            _sparse.ForEach(visit);
        }
        else
        {
            _dense.ForEach(visit);
        }

        var ordered = axes.Select((axis, a) => axis.Order(used[a])).ToArray();
        var tab = Empty(ordered);
        for (var cell = 0; cell < totals.Count; cell++)
        {
            var offset = 0;
            for (var a = 0; a < ordered.Length; a++)
            {
                offset = (offset * ordered[a].Labels.Length) + ordered[a].Position[keys[(cell * ordered.Length) + a]];
            }

            tab.Counts[offset] += totals[cell].Count;
            if (tab.Sums is { } sums)
            {
                sums[offset] += totals[cell].Sum;
            }
        }

        return tab;
    }

    private CrossTab Empty((string[] Labels, int[] Position)[] ordered)
    {
        var cells = ordered.Aggregate(1.0, (product, axis) => product * axis.Labels.Length);
        if (cells > LargestResult)
        {
            var sizes = string.Join(" × ", ordered.Select(axis => axis.Labels.Length));
            throw new AnalyticsException("AN4006", $"The cross-tab would have {sizes} cells.", "Cut numbers into bands, or use fewer axes.", FaultKind.Usage);
        }

        return new CrossTab(
            Array.ConvertAll(ordered, axis => (IReadOnlyList<string>)axis.Labels),
            new long[(int)cells],
            measure is null ? null : new double[(int)cells],
            [.. axes.Select((axis, a) => axis.Numbers(ordered[a].Position, ordered[a].Labels.Length))]);
    }
}
