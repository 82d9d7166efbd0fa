using MathNet.Numerics;

namespace Analytics.Pipeline.Study;

/// <summary>Pearson's test that events fall on groups in proportion to their base (Pearson 1900; Agresti, Categorical Data Analysis, 1.5.2). The base counts as fixed.</summary>
internal static class GoodnessOfFit
{
    /// <summary>χ² = Σ(O−E)²/E with groups − 1 degrees of freedom, and its p-value; null with fewer than two groups or no event.</summary>
    /// <param name="events">Events per group.</param>
    /// <param name="exposure">Base per group, above 0.</param>
    public static (double Statistic, double PValue)? Of(double[] events, double[] exposure)
    {
        var (total, whole) = (events.Sum(), exposure.Sum());
        if (events.Length < 2 || total <= 0)
        {
            return null;
        }

        var statistic = 0.0;
        for (var i = 0; i < events.Length; i++)
        {
            var expected = total * exposure[i] / whole;
            statistic += (events[i] - expected) * (events[i] - expected) / expected;
        }

        return (statistic, SpecialFunctions.GammaUpperRegularized((events.Length - 1) / 2.0, statistic / 2));
    }
}
