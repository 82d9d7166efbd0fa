using Analytics.Core.Reports;

namespace Analytics.Statistics.Pareto;

/// <summary>One item of a Pareto ranking.</summary>
/// <param name="Index">Position of the item in the input.</param>
/// <param name="Rank">1-based; ties share the smaller rank and the next rank is skipped (1, 2, 2, 4).</param>
/// <param name="Value">Value of the item.</param>
/// <param name="Share">Value ÷ total, 0–1; the shares add to 1 (all 0 where the total is 0).</param>
/// <param name="CumulativeShare">Share of this item and all before it, 0–1.</param>
/// <param name="Class">A, B or C, see <see cref="ParetoAnalysis.Rank"/>.</param>
public sealed record RankedItem(int Index, int Rank, double Value, double Share, double CumulativeShare, ParetoClass Class);
