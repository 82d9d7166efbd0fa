using MathNet.Numerics;

namespace Analytics.Statistics.Sampling;

/// <summary>
/// Exact binomial draws in constant time: transformed rejection with squeeze (BTRS) of Hörmann (1993), Journal of Statistical
/// Computation and Simulation 46, 101–110, and inversion where the mean is below 10. No normal approximation is used.
/// </summary>
internal static class BinomialSampler
{
    private const double InversionBelow = 10;

    /// <summary>Draws the successes of <paramref name="trials"/> trials.</summary>
    /// <param name="random">The stream, advanced.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="probability">0–1.</param>
    public static long Next(ref RandomStream random, long trials, double probability)
    {
        if (trials == 0 || probability <= 0)
        {
            return 0;
        }

        if (probability >= 1)
        {
            return trials;
        }

        return probability > 0.5 ? trials - Draw(ref random, trials, 1 - probability) : Draw(ref random, trials, probability);
    }

    private static long Draw(ref RandomStream random, long trials, double probability) =>
        trials * probability < InversionBelow ? ByInversion(ref random, trials, probability) : ByRejection(ref random, trials, probability);

    private static long ByInversion(ref RandomStream random, long trials, double probability)
    {
        var odds = probability / (1 - probability);
        var mass = Math.Exp(trials * LogOfComplement(probability));
        var left = random.NextUniform();
        long successes = 0;
        while (left >= mass && successes < trials)
        {
            left -= mass;
            successes++;
            mass *= odds * (trials - successes + 1) / successes;
        }

        return successes;
    }

    // The two-term series keeps log(1−p) exact where 1−p would round.
    private static double LogOfComplement(double p) => p < 1e-8 ? -p - (p * p / 2) : Math.Log(1 - p);

    private static long ByRejection(ref RandomStream random, long trials, double probability)
    {
        double n = trials;
        var spread = Math.Sqrt(n * probability * (1 - probability));
        // Constants of BTRS as published: they fit the hat to every spread.
        var b = 1.15 + (2.53 * spread);
        var a = -0.0873 + (0.0248 * b) + (0.01 * probability);
        var centre = (n * probability) + 0.5;
        var squeeze = 0.92 - (4.2 / b);
        var alpha = (2.83 + (5.1 / b)) * spread;
        var logOdds = Math.Log(probability / (1 - probability));
        var mode = Math.Floor((n + 1) * probability);
        var h = SpecialFunctions.GammaLn(mode + 1) + SpecialFunctions.GammaLn(n - mode + 1);
        while (true)
        {
            var u = random.NextUniform() - 0.5;
            var v = 1 - random.NextUniform();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + centre);
            if (us >= 0.07 && v <= squeeze)
            {
                return (long)k;
            }

            if (k < 0 || k > n)
            {
                continue;
            }

            var bound = h - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1) + ((k - mode) * logOdds);
            if (Math.Log(v * alpha / ((a / (us * us)) + b)) <= bound)
            {
                return (long)k;
            }
        }
    }
}
