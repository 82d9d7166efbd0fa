namespace Analytics.Core.Reports;

/// <summary>Two totals that must be equal before a report is published.</summary>
/// <param name="Name">What is compared: <c>segment:arpu</c>, <c>pareto:cause</c>…</param>
/// <param name="Expected">Total of the scope.</param>
/// <param name="Actual">Sum over the table's parts, before hiding.</param>
public sealed record TieCheck(string Name, double Expected, double Actual)
{
    /// <summary>Equal to the last unit (1e-9 relative for sums of reals).</summary>
    public bool Ties => Math.Abs(Expected - Actual) <= 1e-9 * Math.Max(1, Math.Abs(Expected));
}
