namespace Analytics.Statistics.PathModels.Resample;

/// <summary>A number of a model in two groups.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Construct or indicator; empty where the kind has only one end.</param>
/// <param name="To">Construct.</param>
/// <param name="First">Value in the first group.</param>
/// <param name="Second">Value in the second.</param>
/// <param name="PValue">Share of permutations with a difference at least as large, the observed one counted: (b + 1)/(m + 1).</param>
public sealed record GroupDifference(ParameterKind Kind, string From, string To, double First, double Second, double PValue)
{
    /// <summary>First − second.</summary>
    public double Difference => First - Second;
}
