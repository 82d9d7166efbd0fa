namespace Analytics.Statistics.PathModels.Evaluate;

/// <summary>From which scores explained constructs are predicted.</summary>
public enum PredictionSource
{
    /// <summary>From the scores of their direct predecessors.</summary>
    DirectPredecessors,

    /// <summary>From the constructs nothing explains, through the whole model.</summary>
    EarliestPredecessors,
}

/// <summary>How a model is cross-validated.</summary>
public sealed record PredictionSettings
{
    /// <summary>Parts the respondents are divided into, 2 or more.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>How often they are divided anew; predictions are averaged over the repetitions.</summary>
    public int Repetitions { get; init; } = 10;

    /// <summary>Seed of the division.</summary>
    public int Seed { get; init; } = 20260101;

    /// <summary>From which scores predictions are made.</summary>
    public PredictionSource Source { get; init; } = PredictionSource.DirectPredecessors;
}
