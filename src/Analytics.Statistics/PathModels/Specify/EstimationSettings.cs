namespace Analytics.Statistics.PathModels.Specify;

/// <summary>How the inner estimate of a construct weighs its neighbours.</summary>
public enum InnerScheme
{
    /// <summary>Sign of the correlation.</summary>
    Centroid,

    /// <summary>Correlation.</summary>
    Factorial,

    /// <summary>Regression coefficients for the predecessors, correlations for the successors.</summary>
    Path,
}

/// <summary>What is done to the items before the estimation.</summary>
public enum ItemScaling
{
    /// <summary>Mean 0, variance 1.</summary>
    Standardised,

    /// <summary>Mean 0, own variance: items must share one scale.</summary>
    Raw,
}

/// <summary>What is done about missing answers.</summary>
public enum MissingAnswers
{
    /// <summary>Replaced by the (weighted) mean of the item, anew in each resample.</summary>
    MeanReplacement,

    /// <summary>Respondents with any answer missing are left out.</summary>
    Listwise,

    /// <summary>Each covariance from the respondents who gave both answers; scores use the item's mean where an answer is missing.</summary>
    Pairwise,
}

/// <summary>Divisor of variances: only the weights of raw items and the size of scores depend on it.</summary>
public enum VarianceDivisor
{
    /// <summary>n − 1, as seminr.</summary>
    NMinusOne,

    /// <summary>n, as plspm.</summary>
    N,
}

/// <summary>When the weights are taken for settled.</summary>
public enum StopRule
{
    /// <summary>Sum of absolute changes of the standardised weights, as seminr.</summary>
    AbsoluteChange,

    /// <summary>Sum of squared changes of the absolute weights before they are standardised, as plspm: stops earlier.</summary>
    SquaredChange,
}

/// <summary>How a path model is estimated.</summary>
public sealed record EstimationSettings
{
    /// <summary>Inner weighting.</summary>
    public InnerScheme Scheme { get; init; } = InnerScheme.Path;

    /// <summary>Treatment of items.</summary>
    public ItemScaling Scaling { get; init; } = ItemScaling.Standardised;

    /// <summary>Treatment of missing answers.</summary>
    public MissingAnswers Missing { get; init; } = MissingAnswers.MeanReplacement;

    /// <summary>Divisor of variances.</summary>
    public VarianceDivisor Divisor { get; init; } = VarianceDivisor.NMinusOne;

    /// <summary>When to stop.</summary>
    public StopRule Stop { get; init; } = StopRule.AbsoluteChange;

    /// <summary>Change below which the weights are settled, above 0.</summary>
    public double Tolerance { get; init; } = 1e-7;

    /// <summary>Iterations at most; a model that needs more is refused.</summary>
    public int MaximumIterations { get; init; } = 300;

    /// <summary>Fewer respondents than this are refused, 3 or more.</summary>
    public int MinimumRespondents { get; init; } = 20;
}
