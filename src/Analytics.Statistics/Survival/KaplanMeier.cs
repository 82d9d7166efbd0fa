using Analytics.Statistics.Intervals;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Survival;

/// <summary>
/// Quantiles of a duration when some cases are still open (censored): the product-limit estimate S(t) = Π(1 − dᵢ/nᵢ) of Kaplan and
/// Meier (1958), JASA 53, 457–481. Cases censored at a time count as at risk at that time.
/// </summary>
public static class KaplanMeier
{
    // Products of fractions miss a round bound by some ulps: 0.5 must count as ≤ 0.5.
    private const double Rounding = 1e-12;

    /// <summary>The smallest time by which at least <paramref name="probability"/> of the cases have had the event: min t with S(t) ≤ 1 − p.</summary>
    /// <param name="times">Times, in any order; a time may repeat.</param>
    /// <param name="events">Events (closed cases) at each time, 0 or more.</param>
    /// <param name="censored">Cases still open at each time, 0 or more.</param>
    /// <param name="probability">0–1 exclusive; 0.5 is the median.</param>
    /// <returns>A time, or null where too few events are known (or there is no case).</returns>
    /// <exception cref="ArgumentException">Lengths differ, a time is NaN, or a count is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not between 0 and 1.</exception>
    public static double? Quantile(ReadOnlySpan<double> times, ReadOnlySpan<long> events, ReadOnlySpan<long> censored, double probability)
    {
        RequireProbability(probability);
        foreach (var step in Steps(times, events, censored))
        {
            if (step.Survival <= 1 - probability + Rounding)
            {
                return step.Time;
            }
        }

        return null;
    }

    /// <summary>
    /// Interval of a quantile: the times at which the pointwise interval of S(t) passes 1 − p. Brookmeyer and Crowley (1982), Biometrics
    /// 38, 29–41, with Greenwood's variance on the log(−log S) scale (Kalbfleisch and Prentice 1980), as R's
    /// <c>quantile(survfit(…, conf.type = "log-log"))</c>.
    /// </summary>
    /// <param name="times">Times, in any order; a time may repeat.</param>
    /// <param name="events">Events at each time.</param>
    /// <param name="censored">Cases still open at each time.</param>
    /// <param name="probability">0–1 exclusive.</param>
    /// <param name="level">Confidence level, 0–1 exclusive.</param>
    /// <returns>The interval, or null where its upper bound is not reached within the known times (no variance is defined once S is 0).</returns>
    /// <exception cref="ArgumentException">As <see cref="Quantile"/>.</exception>
    public static ConfidenceInterval? QuantileInterval(
        ReadOnlySpan<double> times, ReadOnlySpan<long> events, ReadOnlySpan<long> censored, double probability, double level)
    {
        RequireProbability(probability);
        var z = -Normal.InvCDF(0, 1, ConfidenceInterval.Tail(level));
        double? lower = null;
        foreach (var step in Steps(times, events, censored))
        {
            var (low, high) = Bounds(step, z);
            if (low <= 1 - probability + Rounding)
            {
                lower ??= step.Time;
            }

            if (high <= 1 - probability + Rounding)
            {
                return new ConfidenceInterval(lower ?? step.Time, step.Time);
            }
        }

        return null;
    }

    private static (double Lower, double Upper) Bounds(Step step, double z)
    {
        if (step.Survival <= 0)
        {
            return (double.NaN, double.NaN);
        }

        var log = Math.Log(step.Survival);
        var factor = Math.Exp(z * Math.Sqrt(step.GreenwoodSum) / Math.Abs(log));
        return (Math.Exp(log * factor), Math.Exp(log / factor));
    }

    private static List<Step> Steps(ReadOnlySpan<double> times, ReadOnlySpan<long> events, ReadOnlySpan<long> censored)
    {
        if (times.Length != events.Length || times.Length != censored.Length)
        {
            throw new ArgumentException($"{times.Length} times, {events.Length} event counts and {censored.Length} censored counts: the lengths must agree.");
        }

        long atRisk = 0;
        var isAscending = true;
        for (var i = 0; i < times.Length; i++)
        {
            if (double.IsNaN(times[i]) || events[i] < 0 || censored[i] < 0)
            {
                throw new ArgumentException(
                    $"Time {times[i]} with {events[i]} events and {censored[i]} censored: a time is a number and counts are not negative.");
            }

            isAscending &= i == 0 || times[i - 1] <= times[i];
            atRisk += events[i] + censored[i];
        }

        if (isAscending)
        {
            return Product(times, events, censored, atRisk);
        }

        int[] order = [.. Enumerable.Range(0, times.Length)];
        var sorted = times.ToArray();
        Array.Sort(sorted, order);
        var (known, open) = (events.ToArray(), censored.ToArray());
        return Product(sorted, Array.ConvertAll(order, i => known[i]), Array.ConvertAll(order, i => open[i]), atRisk);
    }

    private static List<Step> Product(ReadOnlySpan<double> times, ReadOnlySpan<long> events, ReadOnlySpan<long> censored, long atRisk)
    {
        var steps = new List<Step>(times.Length);
        var (survival, greenwood) = (1.0, 0.0);
        var (died, left) = (0L, 0L);
        for (var i = 0; i < times.Length; i++)
        {
            died += events[i];
            left += events[i] + censored[i];
            if (i + 1 < times.Length && times[i + 1] == times[i])
            {
                continue;
            }

            if (died > 0)
            {
                survival *= (double)(atRisk - died) / atRisk;
                greenwood += died / ((double)atRisk * (atRisk - died));
                steps.Add(new Step(times[i], survival, greenwood));
            }

            atRisk -= left;
            (died, left) = (0, 0);
        }

        return steps;
    }

    private static void RequireProbability(double probability)
    {
        if (!(probability is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies strictly between 0 and 1.");
        }
    }

    private readonly record struct Step(double Time, double Survival, double GreenwoodSum);
}
