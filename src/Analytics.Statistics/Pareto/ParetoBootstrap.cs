using Analytics.Statistics.Sampling;

namespace Analytics.Statistics.Pareto;

/// <summary>How sure the ranking is: the multinomial bootstrap (Efron 1979, Annals of Statistics 7, 1–26) of a Pareto of counts.</summary>
public static class ParetoBootstrap
{
    /// <summary>
    /// Share of resamples in which each item is in class A. A resample draws the same number of cases from the observed shares and is
    /// ranked like <see cref="ParetoAnalysis.Rank"/> does, ties sharing their class. Every resample has its own random stream, so the
    /// result depends on the seed alone and not on the number of processors.
    /// </summary>
    /// <param name="counts">Cases per item, 0 or more.</param>
    /// <param name="classA">Bound of class A, 0–1.</param>
    /// <param name="resamples">Number of resamples, at least 1.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>One probability per item, 0–1; all 0 where there is no case.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, no resample is asked, or the bound is not in 0–1.</exception>
    public static double[] ProbabilityInA(IReadOnlyList<long> counts, double classA, int resamples, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classA);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classA, 1);
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        var total = counts.Sum();
        if (total == 0)
        {
            return new double[counts.Count];
        }

        // Largest first: the remaining cases run out early, and each draw is conditional on those before it.
        var order = Enumerable.Range(0, counts.Count).OrderByDescending(i => counts[i]).ToArray();
        var sorted = order.Select(i => counts[i]).ToArray();
        var timesInA = new int[counts.Count];
        var merge = new Lock();
        Parallel.For(
            0,
            resamples,
            () => new int[sorted.Length],
            (resample, _, mine) =>
            {
                var random = new RandomStream(seed, resample);
                AddResample(ref random, sorted, total, classA, mine);
                return mine;
            },
            mine =>
            {
                lock (merge)
                {
                    for (var i = 0; i < mine.Length; i++)
                    {
                        timesInA[order[i]] += mine[i];
                    }
                }
            });
        return Array.ConvertAll(timesInA, times => (double)times / resamples);
    }

    private static void AddResample(ref RandomStream random, long[] sorted, long total, double classA, int[] timesInA)
    {
        var drawn = new long[sorted.Length];
        var (leftToDraw, leftInBase) = (total, total);
        for (var i = 0; i < sorted.Length && leftToDraw > 0; i++)
        {
            drawn[i] = BinomialSampler.Next(ref random, leftToDraw, (double)sorted[i] / leftInBase);
            leftToDraw -= drawn[i];
            leftInBase -= sorted[i];
        }

        var smallestInA = SmallestInA(drawn, total, classA);
        for (var i = 0; i < drawn.Length; i++)
        {
            timesInA[i] += drawn[i] >= smallestInA ? 1 : 0;
        }
    }

    /// <summary>The smallest value still in class A; everything at least as large is in A too.</summary>
    private static long SmallestInA(long[] drawn, long total, double classA)
    {
        // Drawn counts keep their places: they are compared with the smallest in A afterwards.
        var ranked = (long[])drawn.Clone();
        Array.Sort(ranked);
        long before = 0;
        var smallest = ranked[^1];
        for (var i = ranked.Length - 1; i >= 0 && ParetoAnalysis.IsBelow(before, total, classA); i--)
        {
            smallest = ranked[i];
            before += ranked[i];
        }

        return smallest;
    }
}
