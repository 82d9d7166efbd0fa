namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Effect of a construct on another along all ways.</summary>
/// <param name="From">Construct that acts.</param>
/// <param name="To">Construct acted on.</param>
/// <param name="Direct">Coefficient of the path; 0 where there is none.</param>
/// <param name="Indirect">Through other constructs.</param>
/// <param name="Total">Direct + indirect, bootstrap interval.</param>
public sealed record ModelEffect(string From, string To, double Direct, double Indirect, Figure Total);
