namespace Analytics.Core.Reports;

/// <summary>Something the report would hold if the data allowed it.</summary>
/// <param name="Subject">
/// A <see cref="KpiId"/> name, or <c>segment:arpu</c>, <c>pareto:Refund</c>, <c>heatmap:arpu×age</c>, <c>survey</c>, <c>resolution</c>.
/// </param>
/// <param name="Reason">See <see cref="AbsenceReasons"/>.</param>
public sealed record NotComputed(string Subject, string Reason);
