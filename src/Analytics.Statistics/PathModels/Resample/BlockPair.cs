using System.Runtime.CompilerServices;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>Two blocks of adjoining items, for the heterotrait-monotrait ratio inside resamples.</summary>
/// <param name="One">First construct.</param>
/// <param name="Two">Second construct.</param>
/// <param name="StartOne">Its first item.</param>
/// <param name="EndOne">Item after its last.</param>
/// <param name="StartTwo">First item of the second.</param>
/// <param name="EndTwo">Item after its last.</param>
internal sealed record BlockPair(string One, string Two, int StartOne, int EndOne, int StartTwo, int EndTwo)
{
    /// <summary>All pairs of constructs measured by items, in the model's order.</summary>
    public static IEnumerable<BlockPair> Of(ModelPlan plan)
    {
        var blocks = new List<(string Name, int Start, int End)>();
        foreach (var construct in plan.Model.Constructs.Where(c => c.Kind == ConstructKind.Items))
        {
            var start = blocks.Count == 0 ? 0 : blocks[^1].End;
            blocks.Add((construct.Name, start, start + construct.Indicators.Count));
        }

        return from i in Enumerable.Range(0, blocks.Count)
               from j in Enumerable.Range(i + 1, blocks.Count - i - 1)
               select new BlockPair(blocks[i].Name, blocks[j].Name, blocks[i].Start, blocks[i].End, blocks[j].Start, blocks[j].End);
    }

    /// <summary>The ratio; 0 where items within a block do not correlate at all.</summary>
    /// <param name="covariance">Covariances of the items, row-major.</param>
    /// <param name="inverse">Inverse deviations that make them correlations.</param>
    /// <param name="stride">Number of items.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Ratio(double[] covariance, double[] inverse, int stride)
    {
        var between = 0.0;
        for (var i = StartOne; i < EndOne; i++)
        {
            for (var j = StartTwo; j < EndTwo; j++)
            {
                between += Math.Abs(covariance[(i * stride) + j]) * inverse[i] * inverse[j];
            }
        }

        var within = Within(covariance, inverse, stride, StartOne, EndOne) * Within(covariance, inverse, stride, StartTwo, EndTwo);
        return within > 0 ? between / ((EndOne - StartOne) * (EndTwo - StartTwo)) / Math.Sqrt(within) : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Within(double[] covariance, double[] inverse, int stride, int start, int end)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = start; i < end; i++)
        {
            for (var j = start; j < i; j++, pairs++)
            {
                sum += Math.Abs(covariance[(i * stride) + j]) * inverse[i] * inverse[j];
            }
        }

        return pairs == 0 ? 1 : sum / pairs;
    }
}
