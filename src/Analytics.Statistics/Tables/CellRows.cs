namespace Analytics.Statistics.Tables;

/// <summary>The rows of one lane: their keys on every axis, and how many keys each axis has room for.</summary>
internal readonly ref struct CellRows(AxisColumn[] axes, int[] capacity, int from, int count)
{
    /// <summary>Number of rows.</summary>
    public int Count { get; } = count;

    /// <summary>Number of axes.</summary>
    public int Axes => axes.Length;

    /// <summary>Keys an axis has room for.</summary>
    public int Capacity(int axis) => capacity[axis];

    /// <summary>Whether the axes are one or two with 16-bit keys, which have kernels of their own.</summary>
    public bool IsNarrow => axes.Length is 1 or 2 && Array.TrueForAll(axes, axis => axis.Narrow is not null);

    /// <summary>16-bit keys of an axis.</summary>
    public ReadOnlySpan<ushort> Keys(int axis) => axes[axis].Narrow.AsSpan(from, Count);

    /// <summary>Cell of each row from <paramref name="start"/> on, as many as the target holds.</summary>
    public void Cells(int start, Span<int> target)
    {
        target.Clear();
        for (var a = 0; a < axes.Length; a++)
        {
            var size = capacity[a];
            if (axes[a].Narrow is { } narrow)
            {
                var keys = narrow.AsSpan(from + start, target.Length);
                for (var i = 0; i < keys.Length; i++)
                {
                    target[i] = (target[i] * size) + keys[i];
                }
            }
            else
            {
                var keys = axes[a].Wide.AsSpan(from + start, target.Length);
                for (var i = 0; i < keys.Length; i++)
                {
                    target[i] = (target[i] * size) + keys[i];
                }
            }
        }
    }
}
