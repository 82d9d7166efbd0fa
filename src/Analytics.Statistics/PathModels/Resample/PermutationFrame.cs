using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>What all permutations share: the pooled estimate and its scores.</summary>
internal sealed class PermutationFrame
{
    public PermutationFrame(ModelPlan plan, ItemMatrix data, ParameterLayout layout, ModelEstimator pooled)
    {
        (Plan, Data, Layout) = (plan, data, layout);
        PooledCovariance = [.. pooled.VariableCovariance];
        Reference = new SignReference([.. pooled.Final.Loadings], pooled.Dimensions is { } d ? [.. d.Loadings] : []);
        Scores = ConstructScores.Of(plan, data, pooled, ScoreWeights.Of(plan, pooled));
    }

    public ModelPlan Plan { get; }

    public ItemMatrix Data { get; }

    public ParameterLayout Layout { get; }

    /// <summary>Covariances of the variables of the last stage over both groups.</summary>
    public double[] PooledCovariance { get; }

    public SignReference Reference { get; }

    /// <summary>Pooled scores per construct.</summary>
    public double[][] Scores { get; }

    public PermutationWorker Worker() => new(this);
}
