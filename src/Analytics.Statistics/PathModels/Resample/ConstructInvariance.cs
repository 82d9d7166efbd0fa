namespace Analytics.Statistics.PathModels.Resample;

/// <summary>Whether a construct means the same in two groups.</summary>
public enum InvarianceLevel
{
    /// <summary>Its composition differs: neither paths nor means may be compared.</summary>
    None,

    /// <summary>Its composition is the same, means or variances differ: paths may be compared, groups not pooled.</summary>
    Partial,

    /// <summary>Composition, means and variances are the same: groups may be pooled.</summary>
    Full,
}

/// <summary>
/// Measurement invariance of a composite (MICOM, Henseler, Ringle and Sarstedt 2016, International Marketing Review 33, 405–431), steps 2 and 3; step
/// 1 holds because both groups share one model.
/// </summary>
/// <param name="Construct">Construct.</param>
/// <param name="Composition">Correlation of the pooled scores by the weights of either group: 1 where they compose it alike.</param>
/// <param name="CompositionP">Share of permutations with a correlation as low.</param>
/// <param name="MeanDifference">Mean of the first group − second, in standard deviations of the pooled score.</param>
/// <param name="MeanP">p of a difference as large.</param>
/// <param name="LogVarianceRatio">ln(variance of the first ÷ second).</param>
/// <param name="VarianceP">p of a ratio as far from 0.</param>
/// <param name="Level">Verdict.</param>
public sealed record ConstructInvariance(
    string Construct, double Composition, double CompositionP, double MeanDifference, double MeanP, double LogVarianceRatio, double VarianceP,
    InvarianceLevel Level);
