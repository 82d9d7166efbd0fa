namespace Analytics.Statistics.ControlCharts;

/// <summary>Three-sigma limits a new point is judged by.</summary>
/// <param name="Centre">Pooled mean of the baseline.</param>
/// <param name="Lower">Lower limit, never below 0 for rates and shares.</param>
/// <param name="Upper">Upper limit, never above 1 for shares.</param>
/// <param name="SigmaZ">
/// Laney's σ_z: how much wider the baseline scatters than Poisson or binomial chance (1 = the plain u or p chart). For individuals, the
/// estimated standard deviation itself.
/// </param>
public readonly record struct ControlLimits(double Centre, double Lower, double Upper, double SigmaZ);
