namespace Analytics.Core.Reports.Satisfaction;

/// <summary>How distinct two constructs are.</summary>
/// <param name="One">First construct.</param>
/// <param name="Two">Second construct.</param>
/// <param name="Correlation">Of their scores, −1 to 1.</param>
/// <param name="RootVarianceExtracted">Smaller √AVE of the two, to be above the correlation (Fornell–Larcker); null where neither has one.</param>
/// <param name="Htmt">Heterotrait-monotrait ratio, bootstrap interval; absent where a construct has too few items.</param>
public sealed record ModelPair(string One, string Two, double Correlation, double? RootVarianceExtracted, Figure Htmt);
