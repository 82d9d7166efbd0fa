using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.PathModels.Evaluate;

/// <summary>
/// Predictive power by how many items the model predicts better than the regression (Shmueli et al. 2019, European Journal of Marketing 53,
/// 2322–2347).
/// </summary>
public enum PredictivePower
{
    /// <summary>No item.</summary>
    None,

    /// <summary>Fewer than half.</summary>
    Low,

    /// <summary>Half or more.</summary>
    Medium,

    /// <summary>All.</summary>
    High,
}

/// <summary>Predictions for respondents the model has not seen.</summary>
/// <param name="Items">Items of explained constructs.</param>
/// <param name="Warnings">Why there are none, with second-order constructs or interactions.</param>
public sealed record PredictionResult(IReadOnlyList<ItemPrediction> Items, IReadOnlyList<ModelWarning> Warnings)
{
    /// <summary>Verdict over the items with a regression to compare with; null where there are none.</summary>
    public PredictivePower? Power
    {
        get
        {
            var compared = Items.Where(i => i.LinearRmse is not null).ToList();
            var better = compared.Count(i => i.Rmse < i.LinearRmse);
            return compared.Count == 0 ? null
                : better == compared.Count ? PredictivePower.High
                : 2 * better >= compared.Count ? PredictivePower.Medium
                : better > 0 ? PredictivePower.Low : PredictivePower.None;
        }
    }
}
