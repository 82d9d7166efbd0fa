namespace Analytics.Statistics.Reliability;

/// <summary>How distinct two constructs are.</summary>
/// <param name="One">First construct.</param>
/// <param name="Two">Second construct.</param>
/// <param name="Correlation">Correlation of their scores.</param>
/// <param name="LeastRootExtracted">The smaller √AVE of the two; null where neither has an AVE.</param>
/// <param name="HeterotraitMonotrait">Ratio; null for constructs that are not measured by items.</param>
/// <param name="Lower">Lower bound of the ratio; null where it was not resampled.</param>
/// <param name="Upper">Upper bound.</param>
public sealed record ConstructPair(
    string One, string Two, double Correlation, double? LeastRootExtracted, double? HeterotraitMonotrait, double? Lower, double? Upper)
{
    /// <summary>Whether √AVE of both exceeds their correlation (Fornell–Larcker); null where neither has an AVE.</summary>
    public bool? FornellLarcker => LeastRootExtracted is { } root ? root > Math.Abs(Correlation) : null;
}
