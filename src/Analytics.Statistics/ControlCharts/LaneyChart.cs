namespace Analytics.Statistics.ControlCharts;

/// <summary>
/// Control limits that stay honest with millions of subscribers, where plain u and p limits are absurdly tight. Laney (2002), "Improved
/// control charts for attributes", Quality Engineering 14, 531–537. Limits rest on the baseline periods alone, oldest first: the point
/// that is judged does not widen its own limits.
/// </summary>
public static class LaneyChart
{
    // d₂ for ranges of two: the expected moving range of a standard normal (Shewhart).
    private const double ExpectedRange = 1.128;

    /// <summary>Laney U′: centre ū = ΣN/Σn, σᵢ = √(ū/nᵢ), zᵢ = (uᵢ − ū)/σᵢ, σ_z = mean|zᵢ − zᵢ₋₁|/1.128, limits ū ± 3·σ_z·√(ū/n).</summary>
    /// <param name="events">Events per baseline period, oldest first, at least two.</param>
    /// <param name="exposure">Exposure per baseline period, above 0.</param>
    /// <param name="currentExposure">Exposure of the period to be judged, above 0.</param>
    /// <returns>Limits in events per unit of exposure; all 0 where the baseline has no event.</returns>
    /// <exception cref="ArgumentException">Fewer than two periods, differing lengths, a negative count, or an exposure of 0 or less.</exception>
    public static ControlLimits U(ReadOnlySpan<double> events, ReadOnlySpan<double> exposure, double currentExposure)
    {
        var mean = PooledMean(events, exposure, currentExposure);
        return Limits(events, exposure, currentExposure, mean, mean, double.PositiveInfinity);
    }

    /// <summary>Laney P′: as <see cref="U"/> with σᵢ = √(p̄(1 − p̄)/nᵢ), limits within 0–1.</summary>
    /// <param name="successes">Successes per baseline period, oldest first, at least two.</param>
    /// <param name="trials">Trials per baseline period, above 0 and at least the successes.</param>
    /// <param name="currentTrials">Trials of the period to be judged, above 0.</param>
    /// <returns>Limits as shares, 0–1.</returns>
    /// <exception cref="ArgumentException">As <see cref="U"/>, or more successes than trials.</exception>
    public static ControlLimits P(ReadOnlySpan<double> successes, ReadOnlySpan<double> trials, double currentTrials)
    {
        var mean = PooledMean(successes, trials, currentTrials);
        for (var i = 0; i < successes.Length; i++)
        {
            if (successes[i] > trials[i])
            {
                throw new ArgumentException($"Period {i} has {successes[i]} successes in {trials[i]} trials.", nameof(successes));
            }
        }

        return Limits(successes, trials, currentTrials, mean, mean * (1 - mean), 1);
    }

    /// <summary>Individuals (XmR) chart: mean ± 3·(mean moving range)/1.128. For means and times, which have no Poisson or binomial spread.</summary>
    /// <param name="values">Baseline values, oldest first, at least two; finite.</param>
    /// <returns>Limits in the unit of the values; they may be negative.</returns>
    /// <exception cref="ArgumentException">Fewer than two values, or one is not finite.</exception>
    public static ControlLimits Individuals(ReadOnlySpan<double> values)
    {
        RequireTwo(values.Length);
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += double.IsFinite(value) ? value : throw new ArgumentException($"A baseline value is finite, not {value}.", nameof(values));
        }

        var mean = sum / values.Length;
        var sigma = MeanMovingRange(values) / ExpectedRange;
        return new ControlLimits(mean, mean - (3 * sigma), mean + (3 * sigma), sigma);
    }

    private static ControlLimits Limits(
        ReadOnlySpan<double> events, ReadOnlySpan<double> exposure, double currentExposure, double mean, double unitVariance, double largest)
    {
        var standardised = new double[events.Length];
        for (var i = 0; i < standardised.Length && unitVariance > 0; i++)
        {
            standardised[i] = ((events[i] / exposure[i]) - mean) / Math.Sqrt(unitVariance / exposure[i]);
        }

        var sigmaZ = MeanMovingRange(standardised) / ExpectedRange;
        var half = 3 * sigmaZ * Math.Sqrt(unitVariance / currentExposure);
        return new ControlLimits(mean, Math.Max(0, mean - half), Math.Min(largest, mean + half), sigmaZ);
    }

    private static double PooledMean(ReadOnlySpan<double> events, ReadOnlySpan<double> exposure, double currentExposure)
    {
        RequireTwo(events.Length);
        if (events.Length != exposure.Length)
        {
            throw new ArgumentException($"{events.Length} periods have events and {exposure.Length} an exposure.", nameof(exposure));
        }

        var (allEvents, allExposure) = (0.0, 0.0);
        for (var i = 0; i < events.Length; i++)
        {
            RequirePeriod(events[i], exposure[i]);
            allEvents += events[i];
            allExposure += exposure[i];
        }

        RequirePeriod(0, currentExposure);
        return allEvents / allExposure;
    }

    private static void RequireTwo(int periods)
    {
        if (periods < 2)
        {
            throw new ArgumentException($"A baseline needs at least two periods, not {periods}.");
        }
    }

    private static void RequirePeriod(double events, double exposure)
    {
        if (!(events >= 0 && exposure > 0) || double.IsInfinity(events) || double.IsInfinity(exposure))
        {
            throw new ArgumentException($"A period needs finite events of 0 or more over a finite exposure above 0, not {events} over {exposure}.");
        }
    }

    private static double MeanMovingRange(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 1; i < values.Length; i++)
        {
            sum += Math.Abs(values[i] - values[i - 1]);
        }

        return sum / (values.Length - 1);
    }
}
