using System.Runtime.CompilerServices;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// The sign of a construct is free: weights of w and −w fit alike. A resample that fell on the other side would put a path at −β beside +β and widen
/// every interval, so a sign is fixed once and resamples follow it.
/// </summary>
internal static class StageSigns
{
    /// <summary>Computes the loadings and turns the constructs that point the other way.</summary>
    /// <param name="stage">The stage as it was iterated; its weights, loadings and covariances are turned.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="covariance">Covariances of the variables, row-major.</param>
    /// <param name="reference">Loadings to follow; empty where those of a construct shall add up to more than 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Align(PlsStage stage, StagePlan plan, double[] covariance, ReadOnlySpan<double> reference)
    {
        var (v, count) = (plan.Variables, plan.Count);
        for (var k = 0; k < count; k++)
        {
            var direction = 0.0;
            for (var i = plan.Start[k]; i < plan.Start[k + 1]; i++)
            {
                stage.Loadings[i] = stage.WithConstructs[(k * v) + i] / Math.Sqrt(covariance[(i * v) + i]);
                direction += reference.IsEmpty ? stage.Loadings[i] : stage.Loadings[i] * reference[i];
            }

            if (direction < 0)
            {
                Flip(stage, plan, k);
            }
        }
    }

    private static void Flip(PlsStage stage, StagePlan plan, int k)
    {
        var (v, count) = (plan.Variables, plan.Count);
        DenseVector.Scale(stage.WithConstructs.AsSpan(k * v, v), -1);
        DenseVector.Scale(stage.Weights.AsSpan(plan.Start[k], plan.Start[k + 1] - plan.Start[k]), -1);
        DenseVector.Scale(stage.Loadings.AsSpan(plan.Start[k], plan.Start[k + 1] - plan.Start[k]), -1);
        for (var j = 0; j < count; j++)
        {
            if (j != k)
            {
                stage.Between[(j * count) + k] = -stage.Between[(j * count) + k];
                stage.Between[(k * count) + j] = -stage.Between[(k * count) + j];
            }
        }
    }
}
