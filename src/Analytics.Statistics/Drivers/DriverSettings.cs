namespace Analytics.Statistics.Drivers;

/// <summary>How drivers are compared.</summary>
public sealed record DriverSettings
{
    /// <summary>Bootstrap resamples for the intervals; 0 for none.</summary>
    public int Resamples { get; init; } = 500;

    /// <summary>Orders sampled where there are more drivers than can be shared out exactly.</summary>
    public int Orders { get; init; } = 2000;

    /// <summary>Drivers up to which resamples are always shared out exactly.</summary>
    public const int ResampleExactUpTo = 8;

    /// <summary>
    /// Orders sampled in each resample where there are more than <see cref="ResampleExactUpTo"/> drivers; 0 shares each resample out like the data,
    /// which is slow from a dozen drivers on.
    /// </summary>
    public int ResampleOrders { get; init; }

    /// <summary>Whether Johnson's weights get intervals.</summary>
    public bool JohnsonIntervals { get; init; } = true;

    /// <summary>Seed.</summary>
    public int Seed { get; init; } = 20260101;

    /// <summary>Level of the intervals, 0–1 exclusive.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Ranks two methods must differ by for a driver to be flagged.</summary>
    public int DisagreementRanks { get; init; } = 2;
}
