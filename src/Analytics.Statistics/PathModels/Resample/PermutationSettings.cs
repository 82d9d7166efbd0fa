namespace Analytics.Statistics.PathModels.Resample;

/// <summary>How two groups are compared.</summary>
public sealed record PermutationSettings
{
    /// <summary>Permutations, 1 or more.</summary>
    public int Permutations { get; init; } = 1000;

    /// <summary>Seed. The same seed gives the same numbers on any number of processors.</summary>
    public int Seed { get; init; } = 20260101;

    /// <summary>Error probability of the verdicts, 0–1 exclusive.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Processors to use; −1 for all. Never changes a result.</summary>
    public int Processors { get; init; } = -1;
}
