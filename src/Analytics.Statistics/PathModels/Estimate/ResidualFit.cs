using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Correlations the model implies against those observed.</summary>
internal static class ResidualFit
{
    /// <returns>Null with second-order constructs and interactions, for which there is no published answer.</returns>
    public static RootMeanResidual? Of(ModelPlan plan, ModelEstimator estimate)
    {
        if (plan.DimensionStage is not null || plan.MainStage is not null)
        {
            return null;
        }

        var k = plan.Final.Count;
        return new RootMeanResidual(Residual(plan, estimate, estimate.Structural.Corrected, k), Residual(plan, estimate, Implied(plan.Final, estimate), k));
    }

    private static double[] Implied(StagePlan plan, ModelEstimator estimate)
    {
        var k = plan.Count;
        var implied = (double[])estimate.Structural.Corrected.Clone();
        for (var x = 0; x < k; x++)
        {
            var j = plan.Order[x];
            for (var y = 0; y < x && plan.Predecessors[j].Length > 0; y++)
            {
                var i = plan.Order[y];
                var sum = plan.Predecessors[j].Sum(via => estimate.Structural.Coefficients[(via * k) + j] * implied[(via * k) + i]);
                implied[(i * k) + j] = sum;
                implied[(j * k) + i] = sum;
            }
        }

        return implied;
    }

    private static double Residual(ModelPlan plan, ModelEstimator estimate, double[] constructs, int k)
    {
        var (p, final) = (plan.Items.Count, plan.Final);
        var owner = Enumerable.Range(0, k).SelectMany(j => Enumerable.Repeat(j, final.Start[j + 1] - final.Start[j])).ToArray();
        var sum = 0.0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (owner[i] == owner[j] && final.Modes[owner[i]] != MeasurementMode.Reflective)
                {
                    continue;
                }

                var observed = estimate.VariableCovariance[(i * p) + j] / Math.Sqrt(
                    estimate.VariableCovariance[(i * p) + i] * estimate.VariableCovariance[(j * p) + j]);
                var implied = estimate.Structural.Loadings[i] * estimate.Structural.Loadings[j] * (
                    owner[i] == owner[j] ? 1 : constructs[(owner[i] * k) + owner[j]]);
                sum += (observed - implied) * (observed - implied);
            }
        }

        return Math.Sqrt(sum / (p * (p + 1) / 2.0));
    }
}
