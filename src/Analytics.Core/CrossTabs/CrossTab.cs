namespace Analytics.Core.CrossTabs;

/// <summary>
/// The answer to a <see cref="CrossTabQuery"/>: a dense table, row-major over its axes. Labels that occur nowhere in the window are
/// left out, except bands, which are always all there, in order.
/// </summary>
/// <param name="Labels">
/// Labels per axis: dimensions in ordinal order, bands in band order, distinct numbers ascending (round-trip text). A last label ""
/// stands for missing and is there only where something is missing.
/// </param>
/// <param name="Counts">Counts, length = product of the label counts.</param>
/// <param name="Sums">Sums of the measure over rows where it is known, or null where no sum was asked.</param>
/// <param name="Numbers">Per axis the number behind each label, NaN behind the missing one; null for an axis of dimensions or bands.</param>
public sealed record CrossTab(
    IReadOnlyList<IReadOnlyList<string>> Labels, long[] Counts, double[]? Sums = null, IReadOnlyList<double[]?>? Numbers = null)
{
    /// <summary>Sum of all counts.</summary>
    public long Total => Counts.Sum();

    /// <summary>Flat position of a cell; one 0-based index per axis.</summary>
    public int Offset(params ReadOnlySpan<int> index)
    {
        var offset = 0;
        for (var axis = 0; axis < Labels.Count; axis++)
        {
            offset = (offset * Labels[axis].Count) + index[axis];
        }

        return offset;
    }

    /// <summary>The count of a cell; one 0-based index per axis.</summary>
    public long Count(params ReadOnlySpan<int> index) => Counts[Offset(index)];

    /// <summary>The number behind a label, NaN where it is the missing one.</summary>
    /// <param name="axis">An axis of distinct numbers, 0-based.</param>
    /// <param name="label">Position of the label on it.</param>
    /// <exception cref="InvalidOperationException">The axis holds no numbers, or the table came without them.</exception>
    public double Number(int axis, int label) =>
        Numbers?[axis]?[label] ?? throw new InvalidOperationException($"Axis {axis} of the cross-tab is not one of distinct numbers.");

    /// <summary>Position of a label on an axis, or −1.</summary>
    public int Find(int axis, string label)
    {
        var labels = Labels[axis];
        for (var i = 0; i < labels.Count; i++)
        {
            if (string.Equals(labels[i], label, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Counts summed over all axes but one.</summary>
    public long[] Margin(int axis)
    {
        var stride = 1;
        for (var a = axis + 1; a < Labels.Count; a++)
        {
            stride *= Labels[a].Count;
        }

        var size = Labels[axis].Count;
        var margin = new long[size];
        for (var i = 0; i < Counts.Length; i++)
        {
            margin[i / stride % size] += Counts[i];
        }

        return margin;
    }
}
