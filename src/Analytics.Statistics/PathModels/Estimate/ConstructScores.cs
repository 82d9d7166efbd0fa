namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Scores of the constructs per respondent.</summary>
internal static class ConstructScores
{
    /// <summary>One array per construct; missing answers count as the item's mean.</summary>
    public static double[][] Of(ModelPlan plan, ItemMatrix data, ModelEstimator estimate, double[,] itemWeights) =>
        [.. Enumerable.Range(0, plan.Final.Count).Select(k => plan.InteractionOf(k) is var product && product >= 0
            ? estimate.Products[product][..data.Count]
            : One(k, data, estimate, itemWeights))];

    private static double[] One(int construct, ItemMatrix data, ModelEstimator estimate, double[,] itemWeights)
    {
        var scores = new double[data.Count];
        for (var i = 0; i < data.Items.Count; i++)
        {
            var (weight, shift) = (itemWeights[i, construct], estimate.Moments.Means[i] - data.Centres[i]);
            for (var r = 0; weight != 0 && r < scores.Length; r++)
            {
                scores[r] += data.Present is null || data.Present[i][r] ? weight * (data.Columns[i][r] - shift) : 0;
            }
        }

        return scores;
    }
}
