using System.Numerics.Tensors;
using Analytics.Core;
using Analytics.Core.CrossTabs;

namespace Analytics.Statistics.Tables;

/// <summary>What must hold of a block before kernels without bounds checks run over it.</summary>
internal static class BlockCheck
{
    public static void Require(DataWindow block)
    {
        if (block.Rows < 0 || (block.Counts is { } counts && counts.Length < block.Rows))
        {
            throw new ArgumentException($"A block of {block.Rows} rows has {block.Counts?.Length} counts.", nameof(block));
        }
    }

    /// <summary>The dimension's keys, all of them within its labels.</summary>
    public static ushort[] Keys(DataWindow block, DimensionColumn dimension)
    {
        if (dimension.Keys.Length < block.Rows)
        {
            throw new ArgumentException($"Column '{dimension.Name}' has {dimension.Keys.Length} keys for {block.Rows} rows.", nameof(block));
        }

        var largest = block.Rows == 0 ? 0 : TensorPrimitives.Max<ushort>(dimension.Keys.AsSpan(0, block.Rows));
        if (largest >= dimension.Labels.Count)
        {
            throw new ArgumentException($"Column '{dimension.Name}' has key {largest} but {dimension.Labels.Count} labels.", nameof(block));
        }

        return dimension.Keys;
    }

    /// <summary>A numeric column by name.</summary>
    public static double[] Values(DataWindow block, string column)
    {
        if (!block.Measures.TryGetValue(column, out var values))
        {
            throw block.Dimensions.ContainsKey(column)
                ? new AnalyticsException(
                    "AN4002",
                    $"Column '{column}' holds labels, not numbers.",
                    "Leave out its bands, and sum a numeric column.",
                    FaultKind.Usage)
                : Unknown(block, column);
        }

        return values.Length >= block.Rows
            ? values
            : throw new ArgumentException($"Column '{column}' has {values.Length} values for {block.Rows} rows.", nameof(block));
    }

    public static AnalyticsException Unknown(DataWindow block, string column)
    {
        var names = block.Dimensions.Keys.Concat(block.Measures.Keys).Order(StringComparer.Ordinal).ToArray();
        return new AnalyticsException(
            "AN4002",
            $"There is no column '{column}' to count by.{NearestName.Hint(column, names)}",
            $"Use one of: {string.Join(", ", names)}.",
            FaultKind.Usage);
    }
}
