namespace Analytics.Statistics.Weights;

/// <summary>How weights are raked.</summary>
public sealed record RakingSettings
{
    /// <summary>Largest absolute difference between a weighted and a population share that counts as met.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Rounds over all margins at most.</summary>
    public int MaximumRounds { get; init; } = 1000;

    /// <summary>Weights above this multiple of the mean are cut to it, and the rest raked again; null for no trimming.</summary>
    public double? MaximumRatio { get; init; } = 5;

    /// <summary>Weights below this multiple of the mean are raised to it; null for none.</summary>
    public double? MinimumRatio { get; init; }
}
