using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Every construct as a combination of items.</summary>
internal static class ScoreWeights
{
    /// <summary>Weight of item i in the score of construct k, for answers on their own scale; 0 for interactions.</summary>
    public static double[,] Of(ModelPlan plan, ModelEstimator estimate)
    {
        var p = plan.Items.Count;
        var weights = new double[p, plan.Final.Count];
        var raw = plan.Model.Estimation.Scaling == ItemScaling.Raw;
        for (var k = 0; k < plan.Final.Count; k++)
        {
            for (var v = plan.Final.Start[k]; v < plan.Final.Start[k + 1]; v++)
            {
                for (var i = 0; i < p; i++)
                {
                    weights[i, k] += estimate.Final.Weights[v] * estimate.Map[(v * p) + i] / (raw ? 1 : estimate.ItemDeviations[i]);
                }
            }
        }

        return weights;
    }
}
