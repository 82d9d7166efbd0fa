namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Own brands and total beside the competitors, with leads.</summary>
/// <param name="Columns">Items compared, data labels; the first is the overall item.</param>
/// <param name="Rows">Own brands, the own total weighted and unweighted, competitors, all competitors: in this order.</param>
/// <param name="Leads">Own total against each competitor and against all of them.</param>
/// <param name="Weights">Share of each own brand in the weighted total.</param>
public sealed record BrandComparison(
    IReadOnlyList<string> Columns, IReadOnlyList<BrandRow> Rows, IReadOnlyList<LeadRow> Leads, IReadOnlyList<BrandWeight> Weights);
