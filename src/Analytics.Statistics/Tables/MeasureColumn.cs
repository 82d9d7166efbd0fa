using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>A measure to be summed over the passing rows of the current block.</summary>
internal sealed class MeasureColumn(string name)
{
    private double[] _buffer = [];

    /// <summary>Value per passing row; NaN is missing.</summary>
    public double[] Values { get; private set; } = [];

    public void Load(DataWindow block, FilteredBlock rows) => Values = rows.Gather(BlockCheck.Values(block, name), ref _buffer);
}
