using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.Intervals;

/// <summary>
/// Quantiles of the beta distribution to full precision, also for parameters in the millions. The library's own inverse stops at an
/// absolute error of 1e-8 and its continued fraction at 140 terms, which is not enough for counts of a national week.
/// </summary>
internal static class BetaQuantile
{
    private const int MaximumTerms = 100_000;
    private const double Tiny = 1e-300;

    /// <summary>x/(1−x) of the quantile x of Beta(a, b) at <paramref name="probability"/>; a, b above 0.</summary>
    public static double Odds(double a, double b, double probability)
    {
        // Works in the log-odds, where the quantile of any shape is a finite number and Newton steps are well scaled.
        var logBeta = SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b);
        // exp(−745) is the least positive double: no quantile that can be told from 0 or 1 lies outside.
        var (low, high) = (-745.0, 745.0);
        var logit = Math.Clamp(Start(a, b, probability), -700, 700);
        for (var step = 0; step < 200; step++)
        {
            var (lower, upper) = Tails(a, b, logit, logBeta);
            var error = probability < 0.5 ? lower - probability : 1 - probability - upper;
            if (error > 0)
            {
                high = logit;
            }
            else
            {
                low = logit;
            }

            var next = logit - (error / Math.Exp(LogDensity(a, b, logit) - logBeta));
            // Newton overshoots where the density is flat; halving the bracket always gains a bit.
            if (!(next > low && next < high))
            {
                next = (low + high) / 2;
            }

            if (Math.Abs(next - logit) <= 1e-14 * Math.Max(1, Math.Abs(logit)))
            {
                return Math.Exp(next);
            }

            logit = next;
        }

        return Math.Exp(logit);
    }

    private static double Start(double a, double b, double probability)
    {
        var z = Normal.InvCDF(0, 1, probability);
        return Math.Log(a / b) + (z * Math.Sqrt((1 / a) + (1 / b)));
    }

    // log(x^a (1−x)^b): the density of the log-odds, up to the beta function
    private static double LogDensity(double a, double b, double logit) =>
        (-a * SoftPlus(-logit)) - (b * SoftPlus(logit));

    private static double SoftPlus(double t) => t > 0 ? t + Math.Log(1 + Math.Exp(-t)) : Log1p(Math.Exp(t));

    private static double Log1p(double x) => x < 1e-5 ? x - (x * x / 2) + (x * x * x / 3) : Math.Log(1 + x);

    /// <summary>P(X ≤ x) and P(X &gt; x) by the continued fraction of the incomplete beta function (DLMF 8.17.22), on its quick side.</summary>
    private static (double Lower, double Upper) Tails(double a, double b, double logit, double logBeta)
    {
        var front = Math.Exp(LogDensity(a, b, logit) - logBeta);
        var x = 1 / (1 + Math.Exp(-logit));
        var y = 1 / (1 + Math.Exp(logit));
        if (x < (a + 1) / (a + b + 2))
        {
            var lower = front * Fraction(a, b, x) / a;
            return (lower, 1 - lower);
        }

        var upper = front * Fraction(b, a, y) / b;
        return (1 - upper, upper);
    }

    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = Invert(1 - ((a + b) * x / (a + 1)));
        var result = d;
        for (var m = 1; m <= MaximumTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = Invert(1 + (even * d));
            c = Guard(1 + (even / c));
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = Invert(1 + (odd * d));
            c = Guard(1 + (odd / c));
            result *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16)
            {
                break;
            }
        }

        return result;
    }

    private static double Invert(double value) => 1 / Guard(value);

    private static double Guard(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
