namespace Analytics.Statistics.PathModels.Resample;

/// <summary>How bounds are taken from resamples.</summary>
public enum BootstrapInterval
{
    /// <summary>Quantiles (type 7) of the resamples.</summary>
    Percentile,

    /// <summary>
    /// Bias-corrected and accelerated (Efron 1987, Journal of the American Statistical Association 82, 171–185); acceleration by the jackknife.
    /// </summary>
    BiasCorrectedAccelerated,
}

/// <summary>How a model is resampled.</summary>
public sealed record BootstrapSettings
{
    /// <summary>Resamples, 1 or more; 5,000 for publication.</summary>
    public int Resamples { get; init; } = 5000;

    /// <summary>Seed. The same seed gives the same numbers on any number of processors.</summary>
    public int Seed { get; init; } = 20260101;

    /// <summary>Level of the intervals, 0–1 exclusive.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>How bounds are taken.</summary>
    public BootstrapInterval Interval { get; init; } = BootstrapInterval.Percentile;

    /// <summary>Construct for which effects of single items are resampled too; null for none. Needs scales.</summary>
    public string? Target { get; init; }

    /// <summary>Processors to use; −1 for all. Never changes a result.</summary>
    public int Processors { get; init; } = -1;
}
