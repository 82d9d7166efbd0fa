using Analytics.Core.Reports.Satisfaction;
using Analytics.Statistics.Intervals;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Scores;

/// <summary>Lead of a group over another.</summary>
/// <param name="Lead">First − second.</param>
/// <param name="StandardError">√(SE₁² + SE₂²).</param>
/// <param name="Interval">Welch's interval (Satterthwaite's degrees of freedom, effective numbers).</param>
/// <param name="PValue">Two-sided p of no difference.</param>
/// <param name="Verdict">What may be said of the first; never <see cref="LeadVerdict.Unknown"/>.</param>
public sealed record ScoreLead(double Lead, double StandardError, ConfidenceInterval Interval, double PValue, LeadVerdict Verdict)
{
    /// <summary>Lead of a score over another from an independent sample.</summary>
    /// <param name="first">First group.</param>
    /// <param name="second">Second group.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <returns>Null where either has no standard error.</returns>
    public static ScoreLead? Of(ScoreEstimate first, ScoreEstimate second, double level) => first.StandardError is { } one && second.StandardError is { } two
        ? Of(first.Score, one, first.EffectiveN, second.Score, two, second.EffectiveN, level)
        : null;

    /// <summary>Lead from published means, standard errors and (effective) numbers of answers, each above 1.</summary>
    /// <param name="first">First mean.</param>
    /// <param name="firstError">Its standard error.</param>
    /// <param name="firstN">Its effective number.</param>
    /// <param name="second">Second mean.</param>
    /// <param name="secondError">Its standard error.</param>
    /// <param name="secondN">Its effective number.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    public static ScoreLead Of(double first, double firstError, double firstN, double second, double secondError, double secondN, double level)
    {
        var tail = ConfidenceInterval.Tail(level);
        var (a, b) = (firstError * firstError, secondError * secondError);
        var (lead, error) = (first - second, Math.Sqrt(a + b));
        if (error == 0)
        {
            var exact = lead == 0 ? LeadVerdict.NotSignificant : lead > 0 ? LeadVerdict.Leads : LeadVerdict.Trails;
            return new ScoreLead(lead, 0, new ConfidenceInterval(lead, lead), lead == 0 ? 1 : 0, exact);
        }

        var freedom = Math.Max(1, (a + b) * (a + b) / ((a * a / Math.Max(1, firstN - 1)) + (b * b / Math.Max(1, secondN - 1))));
        var half = -StudentT.InvCDF(0, 1, freedom, tail) * error;
        var interval = new ConfidenceInterval(lead - half, lead + half);
        var verdict = interval.Lower > 0 ? LeadVerdict.Leads : interval.Upper < 0 ? LeadVerdict.Trails : LeadVerdict.NotSignificant;
        return new ScoreLead(lead, error, interval, Math.Clamp(2 * StudentT.CDF(0, 1, freedom, -Math.Abs(lead) / error), 0, 1), verdict);
    }
}
