using Analytics.Core.CrossTabs;

namespace Analytics.Jobs.Cli.Models;

/// <summary>What the commands of models were asked for.</summary>
/// <param name="Model">Model file or template; null for the one that reports take.</param>
/// <param name="Data">Survey file; null for the warehouse.</param>
/// <param name="Weight">Column of weights in the file, or null.</param>
/// <param name="Period">Period of the warehouse, or null.</param>
/// <param name="Waves">Periods to pool; null for what reports pool.</param>
/// <param name="Where">Filters on the warehouse.</param>
/// <param name="Resamples">Bootstrap resamples, or null.</param>
internal sealed record ModelQuestion(string? Model, string? Data, string? Weight, string? Period, int? Waves, IReadOnlyList<Filter> Where, int? Resamples);
