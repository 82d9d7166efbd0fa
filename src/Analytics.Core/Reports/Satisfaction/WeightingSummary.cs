namespace Analytics.Core.Reports.Satisfaction;

/// <summary>How answers are weighted.</summary>
/// <param name="Method">What the weights come from.</param>
/// <param name="Margins">Columns whose shares in the base the weights restore; empty unless raked.</param>
/// <param name="Respondents">Valid questionnaires of the own operator.</param>
/// <param name="EffectiveRespondents">(Σw)²/Σw².</param>
/// <param name="DesignEffect">1 + cv²(w), 1 or more.</param>
/// <param name="Trimmed">Weights that were cut at the limit.</param>
/// <param name="Converged">Whether raking reached its margins; true for other methods.</param>
public sealed record WeightingSummary(
    WeightingMethod Method, IReadOnlyList<string> Margins, long Respondents, double EffectiveRespondents, double DesignEffect, int Trimmed, bool Converged);
