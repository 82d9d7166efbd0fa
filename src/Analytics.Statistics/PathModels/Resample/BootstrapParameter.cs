namespace Analytics.Statistics.PathModels.Resample;

/// <summary>What a resampled number is.</summary>
public enum ParameterKind
{
    /// <summary>Path coefficient.</summary>
    Path,

    /// <summary>Total effect.</summary>
    Total,

    /// <summary>Indirect effect.</summary>
    Indirect,

    /// <summary>Weight of an indicator (From) in a construct (To).</summary>
    Weight,

    /// <summary>Loading of an indicator (From) on a construct (To).</summary>
    Loading,

    /// <summary>R² of a construct (To).</summary>
    RSquared,

    /// <summary>Heterotrait-monotrait ratio of two constructs.</summary>
    HeterotraitMonotrait,

    /// <summary>Index 0–100 of a construct (To) on its theoretical scale.</summary>
    Index,

    /// <summary>Unstandardised total effect: points of To per point of From, both 0–100.</summary>
    IndexEffect,

    /// <summary>Unstandardised total effect of an item (From) on the target construct (To), both 0–100.</summary>
    ItemEffect,
}

/// <summary>An estimate with what its resamples say.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Construct or indicator it belongs to; empty where the kind has only one end.</param>
/// <param name="To">Construct it is about.</param>
/// <param name="Estimate">Value in the data.</param>
/// <param name="Mean">Mean of the resamples.</param>
/// <param name="StandardError">Standard deviation of the resamples.</param>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
/// <param name="PValue">2 min(share below 0, share above 0), at most 1: two-sided, against 0.</param>
public sealed record BootstrapParameter(
    ParameterKind Kind, string From, string To, double Estimate, double Mean, double StandardError, double Lower, double Upper, double PValue);
